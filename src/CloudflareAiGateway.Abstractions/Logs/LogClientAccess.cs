namespace CloudflareAiGateway;

/// <summary>Log rows.</summary>
internal static class LogClientAccess
{
    extension(IAiGatewayClient client)
    {
        /// <summary>Log rows.</summary>
        public ILogClient Logs => client.Resource<ILogClient>();
    }
}
