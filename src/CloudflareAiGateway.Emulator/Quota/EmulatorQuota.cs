namespace CloudflareAiGateway.Emulator;

/// <summary>How many calls a token may make. The service's figures are the defaults.</summary>
public sealed class EmulatorQuota
{
    /// <summary>Calls in a window, at least 1.</summary>
    public int Limit { get; init; } = 1200;

    /// <summary>The window in seconds, at least 1. It starts with the first call.</summary>
    public int Window { get; init; } = 300;

    /// <summary>For how many seconds everything is refused after one call too many, at least 1.</summary>
    public int Block { get; init; } = 300;

    internal bool IsValid => Limit >= 1 && Window >= 1 && Block >= 1;
}
