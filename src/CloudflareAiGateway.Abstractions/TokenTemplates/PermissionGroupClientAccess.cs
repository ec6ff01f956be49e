namespace CloudflareAiGateway;

/// <summary>Permission groups.</summary>
internal static class PermissionGroupClientAccess
{
    extension(IAiGatewayClient client)
    {
        /// <summary>Permission groups.</summary>
        public IPermissionGroupClient PermissionGroups => client.Resource<IPermissionGroupClient>();
    }
}
