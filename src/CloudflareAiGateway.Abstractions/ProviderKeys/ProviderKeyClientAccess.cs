namespace CloudflareAiGateway;

/// <summary>Provider keys.</summary>
internal static class ProviderKeyClientAccess
{
    extension(IAiGatewayClient client)
    {
        /// <summary>Provider keys.</summary>
        public IProviderKeyClient ProviderKeys => client.Resource<IProviderKeyClient>();
    }
}
