namespace CloudflareAiGateway.Client;

/// <summary>How many secrets an account has, and may have.</summary>
internal sealed class SecretQuota
{
    /// <summary>How many it may have.</summary>
    public int? Quota { get; init; }

    /// <summary>How many it has.</summary>
    public int? Usage { get; init; }
}
