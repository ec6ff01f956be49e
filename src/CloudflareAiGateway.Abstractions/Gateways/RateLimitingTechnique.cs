namespace CloudflareAiGateway;

/// <summary>How a rate limit or spend limit counts its window.</summary>
public enum RateLimitingTechnique
{
    /// <summary>A value newer than this module; it is kept on updates and cannot be set.</summary>
    Unknown,

    /// <summary>Windows by the clock, each starting from zero.</summary>
    Fixed,

    /// <summary>A window that ends now and moves along.</summary>
    Sliding,
}
