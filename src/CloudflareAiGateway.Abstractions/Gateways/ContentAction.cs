namespace CloudflareAiGateway;

/// <summary>What a content check (guardrail or data loss prevention) does on a hit.</summary>
public enum ContentAction
{
    /// <summary>A value newer than this module; it is kept on updates and cannot be set.</summary>
    Unknown,

    /// <summary>Marks the log and lets the call pass.</summary>
    [WireName("FLAG")]
    Flag,

    /// <summary>Stops the call.</summary>
    [WireName("BLOCK")]
    Block,
}
