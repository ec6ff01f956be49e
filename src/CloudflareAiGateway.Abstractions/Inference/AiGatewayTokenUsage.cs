namespace CloudflareAiGateway;

/// <summary>The tokens that a call took, as the provider counts them. Null where it does not say.</summary>
public sealed class AiGatewayTokenUsage
{
    /// <summary>Tokens of the prompt, cached ones included.</summary>
    public long? InputTokens { get; init; }

    /// <summary>Tokens of the answer.</summary>
    public long? OutputTokens { get; init; }

    /// <summary>Tokens of the prompt that the provider had in its own cache.</summary>
    public long? CachedTokens { get; init; }

    /// <summary>All tokens: what the provider says, else input and output together.</summary>
    public long? TotalTokens { get; init; }

    /// <summary>Tokens in and out.</summary>
    /// <returns>Such as <c>12 in, 40 out</c>.</returns>
    public override string ToString() => $"{InputTokens?.ToString(System.Globalization.CultureInfo.InvariantCulture) ?? "?"} in, {OutputTokens?.ToString(System.Globalization.CultureInfo.InvariantCulture) ?? "?"} out";
}
