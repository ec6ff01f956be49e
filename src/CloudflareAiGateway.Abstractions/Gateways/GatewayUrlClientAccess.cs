namespace CloudflareAiGateway;

/// <summary>Addresses of gateways.</summary>
internal static class GatewayUrlClientAccess
{
    extension(IAiGatewayClient client)
    {
        /// <summary>Addresses of gateways.</summary>
        public IGatewayUrlClient GatewayUrls => client.Resource<IGatewayUrlClient>();
    }
}
