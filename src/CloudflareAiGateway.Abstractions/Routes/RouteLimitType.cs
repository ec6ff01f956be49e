namespace CloudflareAiGateway;

/// <summary>What the limit of a rate element counts.</summary>
public enum RouteLimitType
{
    /// <summary>A kind that is newer than this module.</summary>
    Unknown,

    /// <summary>Calls.</summary>
    Count,

    /// <summary>US dollars.</summary>
    Cost,
}
