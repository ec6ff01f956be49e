namespace CloudflareAiGateway;

/// <summary>Dynamic routes.</summary>
internal static class RouteClientAccess
{
    extension(IAiGatewayClient client)
    {
        /// <summary>Dynamic routes.</summary>
        public IRouteClient Routes => client.Resource<IRouteClient>();
    }
}
