namespace CloudflareAiGateway;

/// <summary>Secrets.</summary>
internal static class SecretClientAccess
{
    extension(IAiGatewayClient client)
    {
        /// <summary>Secrets.</summary>
        public ISecretClient Secrets => client.Resource<ISecretClient>();
    }
}
