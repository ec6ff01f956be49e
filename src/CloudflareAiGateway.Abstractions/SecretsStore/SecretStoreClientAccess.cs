namespace CloudflareAiGateway;

/// <summary>Secrets Stores.</summary>
internal static class SecretStoreClientAccess
{
    extension(IAiGatewayClient client)
    {
        /// <summary>Secrets Stores.</summary>
        public ISecretStoreClient SecretStores => client.Resource<ISecretStoreClient>();
    }
}
