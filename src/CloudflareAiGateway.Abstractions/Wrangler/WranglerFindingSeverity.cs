namespace CloudflareAiGateway;

/// <summary>How bad a finding in a wrangler file is.</summary>
public enum WranglerFindingSeverity
{
    /// <summary>It does not do what it seems to.</summary>
    Warning,

    /// <summary>Wrangler refuses it, or a secret is in the open.</summary>
    Error,
}
