namespace CloudflareAiGateway;

/// <summary>The window of an account's spending limit.</summary>
public enum SpendingLimitDuration
{
    /// <summary>A value newer than this module; it cannot be set.</summary>
    Unknown,

    /// <summary>A day.</summary>
    Daily,

    /// <summary>A week.</summary>
    Weekly,

    /// <summary>A month.</summary>
    Monthly,
}
