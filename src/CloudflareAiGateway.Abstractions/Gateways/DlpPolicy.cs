using System;

namespace CloudflareAiGateway;

/// <summary>One data-loss-prevention policy; the API demands every member.</summary>
public sealed class DlpPolicy
{
    /// <summary>The policy's id, chosen by the caller.</summary>
    public string Id { get; set; } = string.Empty;

    /// <summary>Whether the policy is applied.</summary>
    public bool Enabled { get; set; } = true;

    /// <summary>What happens on a hit.</summary>
    public ContentAction Action { get; set; } = ContentAction.Flag;

    /// <summary>Which sides of a call are checked.</summary>
    public DlpCheck[] Check { get; set; } = { DlpCheck.Request };

    /// <summary>Ids of DLP profiles.</summary>
    public string[] Profiles { get; set; } = Array.Empty<string>();

    /// <summary>The policy in one line.</summary>
    /// <returns>Such as <c>pii: Block Request,Response</c>.</returns>
    public override string ToString() => $"{Id}: {(Enabled ? Action.ToString() : "off")} {string.Join(",", Check)}";
}
