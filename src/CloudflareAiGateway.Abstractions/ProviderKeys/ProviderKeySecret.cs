namespace CloudflareAiGateway;

/// <summary>The secret of a provider key, and why it has to stay when the key goes.</summary>
internal sealed class ProviderKeySecret
{
    /// <summary>Joins both.</summary>
    /// <param name="secret">The secret.</param>
    /// <param name="otherUse">What else uses it, to follow "because"; null when nothing does as far as can be seen.</param>
    public ProviderKeySecret(AiGatewaySecret secret, string? otherUse)
    {
        Secret = secret;
        OtherUse = otherUse;
    }

    /// <summary>The secret.</summary>
    public AiGatewaySecret Secret { get; }

    /// <summary>What else uses it, to follow "because"; null when nothing does as far as can be seen.</summary>
    public string? OtherUse { get; }
}
