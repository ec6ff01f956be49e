namespace CloudflareAiGateway;

/// <summary>How usage is grouped by time.</summary>
public enum BillingUsageWindow
{
    /// <summary>A value newer than this module; it cannot be asked for.</summary>
    Unknown,

    /// <summary>By day.</summary>
    Day,

    /// <summary>By hour.</summary>
    Hour,
}
