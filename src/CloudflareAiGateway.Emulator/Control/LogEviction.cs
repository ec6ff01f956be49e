namespace CloudflareAiGateway.Emulator;

/// <summary>The body of <c>POST /_emulator/logs/evict</c>: how many of a gateway's oldest rows go.</summary>
internal sealed class LogEviction
{
    public string AccountId { get; init; } = EmulatorOptions.DefaultAccountId;

    public required string Gateway { get; init; }

    public required int Count { get; init; }
}
