namespace CloudflareAiGateway;

/// <summary>How far storing a key has come.</summary>
internal sealed class ProviderKeyProgress
{
    /// <summary>What is done next, for the progress bar.</summary>
    public string Status { get; init; } = string.Empty;

    /// <summary>How much is done, 0 to 100.</summary>
    public int Percent { get; init; }

    /// <summary>The stored key, read back; null until all is done.</summary>
    public AiGatewayProviderKey? Key { get; init; }
}
