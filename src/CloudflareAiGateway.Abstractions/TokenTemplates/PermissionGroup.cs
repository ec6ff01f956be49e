using System;
using System.Collections.Generic;
using System.Linq;

namespace CloudflareAiGateway;

/// <summary>A permission group as the API lists it.</summary>
/// <remarks>Source: <c>permission-groups-list-permission-groups</c>, <c>account-api-tokens-list-permission-groups</c>.</remarks>
internal sealed class PermissionGroup
{
    /// <summary>The group's id.</summary>
    public string Id { get; init; } = string.Empty;

    /// <summary>The group's name, such as <c>AI Gateway Write</c>. Groups of accounts and of zones may share one.</summary>
    public string Name { get; init; } = string.Empty;

    /// <summary>What it can be given for, such as <c>com.cloudflare.api.account</c>.</summary>
    public string[] Scopes { get; init; } = Array.Empty<string>();

    /// <summary>Whether it can be given for an account.</summary>
    [NotOnWire]
    public bool IsForAccounts => Scopes.Length == 0 || ((IEnumerable<string>)Scopes).Contains("com.cloudflare.api.account");
}
