namespace CloudflareAiGateway.Client;

/// <summary>What a failed attempt says about whether the service acted on it.</summary>
internal enum FailureKind
{
    /// <summary>No failure, or one that a repetition would meet again.</summary>
    Final,

    /// <summary>The request provably never reached the service.</summary>
    NotSent,

    /// <summary>The service declined to act because of too many calls.</summary>
    Throttled,

    /// <summary>The service may or may not have acted.</summary>
    Ambiguous,
}
