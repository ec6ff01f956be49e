namespace CloudflareAiGateway;

/// <summary>How a check of the connection ended.</summary>
public enum CheckStatus
{
    /// <summary>All is well.</summary>
    Passed,

    /// <summary>It works, but something deserves attention.</summary>
    Warning,

    /// <summary>It does not work.</summary>
    Failed,

    /// <summary>A harmless call cannot tell.</summary>
    Unknown,
}
