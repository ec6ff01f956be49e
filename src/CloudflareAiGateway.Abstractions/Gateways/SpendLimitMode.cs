namespace CloudflareAiGateway;

/// <summary>What a dimension of a spend rule does.</summary>
public enum SpendLimitMode
{
    /// <summary>A value newer than this module; it is kept on updates and cannot be set.</summary>
    Unknown,

    /// <summary>Only calls with one of the values count.</summary>
    Filter,

    /// <summary>Each value has a counter of its own (metadata only).</summary>
    Partition,
}
