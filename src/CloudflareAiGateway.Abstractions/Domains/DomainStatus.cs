namespace CloudflareAiGateway;

/// <summary>How far a custom domain has come.</summary>
public enum DomainStatus
{
    /// <summary>A value newer than this module.</summary>
    Unknown,

    /// <summary>It was just added.</summary>
    Initializing,

    /// <summary>It waits for the DNS record, by which its owner is proven and its certificate issued.</summary>
    PendingDcv,

    /// <summary>It takes calls.</summary>
    Active,

    /// <summary>Cloudflare does not allow this hostname.</summary>
    Blocked,

    /// <summary>It could not be set up.</summary>
    Error,
}
