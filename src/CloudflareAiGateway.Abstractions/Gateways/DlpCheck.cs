namespace CloudflareAiGateway;

/// <summary>Which side of a call a data-loss-prevention policy looks at.</summary>
public enum DlpCheck
{
    /// <summary>A value newer than this module; it is kept on updates and cannot be set.</summary>
    Unknown,

    /// <summary>The prompt.</summary>
    [WireName("REQUEST")]
    Request,

    /// <summary>The model's answer.</summary>
    [WireName("RESPONSE")]
    Response,
}
