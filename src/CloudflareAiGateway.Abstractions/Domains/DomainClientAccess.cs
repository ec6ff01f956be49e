namespace CloudflareAiGateway;

/// <summary>Custom domains of gateways.</summary>
internal static class DomainClientAccess
{
    extension(IAiGatewayClient client)
    {
        /// <summary>Custom domains of gateways.</summary>
        public IDomainClient Domains => client.Resource<IDomainClient>();
    }
}
