namespace CloudflareAiGateway.Emulator;

/// <summary>Choices where versions of the service differ, or where a test needs more than the service does.</summary>
public sealed class EmulatorBehaviour
{
    /// <summary>
    /// Whether a create ignores dlp, guardrails, otel, spend_limits, store_id and stripe without an error, as some versions of
    /// the API do. Updates take them in any case.
    /// </summary>
    public bool CreateDropsUpdateOnlyMembers { get; init; }

    /// <summary>
    /// Whether members that the emulator does not know are kept as given; otherwise they are dropped without an error.
    /// Seeding a gateway that has such members switches this on.
    /// </summary>
    public bool KeepUnknownMembers { get; init; }
}
