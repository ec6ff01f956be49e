namespace CloudflareAiGateway.Emulator;

/// <summary>One call of one model: a request has one, or several of which the next is tried when one fails.</summary>
internal sealed record ModelStep
{
    public required IModelFormat Format { get; init; }

    public required ModelInput Input { get; init; }

    public required CallOptions Options { get; init; }

    /// <summary>Whether it came through the unified endpoint.</summary>
    public bool IsCompat { get; init; }

    /// <summary>Whether the answer is put into the envelope of the REST API.</summary>
    public bool WrapsResult { get; init; }

    /// <summary>How long and how often the provider is tried; null for what options and gateway say.</summary>
    public CallPatience? Patience { get; init; }

    public ProviderInfo Provider => Input.Provider;
}
