namespace CloudflareAiGateway;

/// <summary>Where logs are kept.</summary>
internal static class LoggingStateClientAccess
{
    extension(IAiGatewayClient client)
    {
        /// <summary>Where logs are kept.</summary>
        public ILoggingStateClient LoggingState => client.Resource<ILoggingStateClient>();
    }
}
