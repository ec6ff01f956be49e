namespace CloudflareAiGateway;

/// <summary>Evaluations.</summary>
internal static class EvaluationClientAccess
{
    extension(IAiGatewayClient client)
    {
        /// <summary>Evaluations.</summary>
        public IEvaluationClient Evaluations => client.Resource<IEvaluationClient>();
    }
}
