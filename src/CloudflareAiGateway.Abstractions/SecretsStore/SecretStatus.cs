namespace CloudflareAiGateway;

/// <summary>Whether a secret can be used.</summary>
public enum SecretStatus
{
    /// <summary>A state newer than this module.</summary>
    Unknown,

    /// <summary>Still on its way to Cloudflare's data centers, up to about 50 seconds after its creation.</summary>
    Pending,

    /// <summary>Ready for use.</summary>
    Active,

    /// <summary>Deleted, and about to disappear.</summary>
    Deleted,
}
