namespace CloudflareAiGateway;

/// <summary>Calls of models.</summary>
internal static class InferenceClientAccess
{
    extension(IAiGatewayClient client)
    {
        /// <summary>Calls of models.</summary>
        public IInferenceClient Inference => client.Resource<IInferenceClient>();
    }
}
