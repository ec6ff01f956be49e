namespace CloudflareAiGateway.Client;

/// <summary>What repeating a request would mean; the retry rules follow from it (docs/architecture.md, "Retry by meaning").</summary>
internal enum RepeatRule
{
    /// <summary>Sending it twice does what sending it once does: GET, PUT, PATCH, DELETE.</summary>
    Idempotent,

    /// <summary>A POST under a name that the caller chose: an open outcome can be settled by reading back.</summary>
    NamedCreate,

    /// <summary>A POST that moves money or cannot be read back: repeated only when it provably was not sent.</summary>
    NeverRepeat,

    /// <summary>
    /// A call of a model, which costs money once it is answered: repeated when it was not sent, and when the gateway itself turned it away
    /// (429, 503) before a provider saw it.
    /// </summary>
    Metered,
}
