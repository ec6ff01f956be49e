namespace CloudflareAiGateway;

/// <summary>Gateways.</summary>
internal static class GatewayClientAccess
{
    extension(IAiGatewayClient client)
    {
        /// <summary>Gateways.</summary>
        public IGatewayClient Gateways => client.Resource<IGatewayClient>();
    }
}
