namespace CloudflareAiGateway.Client;

/// <summary>The answer of <c>secrets-store-quota</c>.</summary>
internal sealed class SecretQuotaResult
{
    /// <summary>The numbers of secrets.</summary>
    public SecretQuota Secrets { get; init; } = new();
}
