namespace CloudflareAiGateway;

/// <summary>Custom providers.</summary>
internal static class CustomProviderClientAccess
{
    extension(IAiGatewayClient client)
    {
        /// <summary>Custom providers.</summary>
        public ICustomProviderClient CustomProviders => client.Resource<ICustomProviderClient>();
    }
}
