namespace CloudflareAiGateway;

/// <summary>How the wait grows between the gateway's own retries of a provider.</summary>
public enum RetryBackoff
{
    /// <summary>A value newer than this module; it is kept on updates and cannot be set.</summary>
    Unknown,

    /// <summary>The same wait each time.</summary>
    Constant,

    /// <summary>The wait grows by its first value each time.</summary>
    Linear,

    /// <summary>The wait doubles each time.</summary>
    Exponential,
}
