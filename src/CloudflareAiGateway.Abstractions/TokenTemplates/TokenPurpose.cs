namespace CloudflareAiGateway;

/// <summary>What a token is for.</summary>
public enum TokenPurpose
{
    /// <summary>Creating, changing and deleting gateways and what is in them.</summary>
    Manage,

    /// <summary>Reading settings and logs.</summary>
    Read,

    /// <summary>Calling models.</summary>
    Run,

    /// <summary>Storing provider keys.</summary>
    Keys,
}
