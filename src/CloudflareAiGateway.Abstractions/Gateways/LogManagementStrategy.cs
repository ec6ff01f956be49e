namespace CloudflareAiGateway;

/// <summary>What happens when a gateway holds as many logs as it may.</summary>
public enum LogManagementStrategy
{
    /// <summary>A value newer than this module; it is kept on updates and cannot be set.</summary>
    Unknown,

    /// <summary>New logs are dropped.</summary>
    [WireName("STOP_INSERTING")]
    StopInserting,

    /// <summary>The oldest logs make room.</summary>
    [WireName("DELETE_OLDEST")]
    DeleteOldest,
}
