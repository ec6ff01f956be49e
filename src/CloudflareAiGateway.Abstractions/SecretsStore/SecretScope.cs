namespace CloudflareAiGateway;

/// <summary>A service that may use a secret.</summary>
public enum SecretScope
{
    /// <summary>A service newer than this module; it can be read, not set.</summary>
    Unknown,

    /// <summary>Cloudflare Access.</summary>
    Access,

    /// <summary>AI Gateway: what a provider key needs.</summary>
    AiGateway,

    /// <summary>Containers.</summary>
    Containers,

    /// <summary>Digital Experience Monitoring.</summary>
    Dex,

    /// <summary>Web search.</summary>
    Websearch,

    /// <summary>Workers.</summary>
    Workers,
}
