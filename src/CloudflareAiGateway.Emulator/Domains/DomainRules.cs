using System.Text.RegularExpressions;

namespace CloudflareAiGateway.Emulator;

/// <summary>What bodies must be. Source: <c>CustomDomainCreate</c> of the OpenAPI document.</summary>
internal static partial class DomainRules
{
    /// <summary>The states of a domain.</summary>
    public static readonly string[] States = ["initializing", "pending_dcv", "active", "blocked", "error"];

    /// <summary>The body of a create.</summary>
    public static readonly ObjectRule Create = new(
        MemberRule.Required("domain", new StringRule { MaximumLength = 253, Pattern = HostnamePattern() }),
        MemberRule.Required("zone_id", new StringRule { MinimumLength = 1, MaximumLength = 32 }),
        MemberRule.Optional("minTLS", new EnumRule("1.0", "1.1", "1.2", "1.3")));

    [GeneratedRegex("^(?:[a-zA-Z0-9](?:[a-zA-Z0-9-]{0,61}[a-zA-Z0-9])?\\.)+[a-zA-Z0-9-]{2,63}\\z", RegexOptions.CultureInvariant)]
    private static partial Regex HostnamePattern();
}
