namespace CloudflareAiGateway;

/// <summary>Accounts, and the token itself.</summary>
internal static class AccountClientAccess
{
    extension(IAiGatewayClient client)
    {
        /// <summary>Accounts, and the token itself.</summary>
        public IAccountClient Accounts => client.Resource<IAccountClient>();
    }
}
