using System.Collections.Generic;

namespace CloudflareAiGateway;

/// <summary>The permissions that gateways need, with their names on both sides. Ids were seen in public sources in October 2026.</summary>
internal static class KnownPermissions
{
    private static readonly Dictionary<string, string> s_ids = new()
    {
        ["AI Gateway Read"] = "4dc8917b4b40457d88d3035d5dadb054",
        ["AI Gateway Write"] = "6c8a3737f07f46369c1ea1f22138daaf",
        ["AI Gateway Run"] = "644535f4ed854494a59cb289d634b257",
    };

    /// <summary>Reading gateways and logs.</summary>
    public static AiGatewayTokenPermission Read(string purpose) => Make("AI Gateway", "Read", purpose, isRequired: true, "aig");

    /// <summary>Changing them.</summary>
    public static AiGatewayTokenPermission Edit(string purpose) => Make("AI Gateway", "Edit", purpose, isRequired: true, "aig");

    /// <summary>Calling models on the gateway host.</summary>
    public static AiGatewayTokenPermission Run(string purpose) => Make("AI Gateway", "Run", purpose, isRequired: true, "aig");

    /// <summary>Calling models on the REST API.</summary>
    public static AiGatewayTokenPermission WorkersAi(string purpose) => Make("Workers AI", "Read", purpose, isRequired: true, "ai");

    /// <summary>Storing secrets. Links have no documented key for it.</summary>
    public static AiGatewayTokenPermission SecretsStore(string purpose) => Make("Secrets Store", "Edit", purpose, isRequired: true, null);

    /// <summary>Listing accounts.</summary>
    public static AiGatewayTokenPermission Accounts() =>
        Make("Account Settings", "Read", "Finds the account, so that no account id has to be given.", isRequired: false, "account_settings");

    /// <summary>Reading usage from the GraphQL API.</summary>
    public static AiGatewayTokenPermission Analytics() =>
        Make("Account Analytics", "Read", "Reads usage and cost from the GraphQL API.", isRequired: false, "account_analytics");

    /// <summary>The id that is known to the module; null for none.</summary>
    public static string? IdOf(string groupName) => s_ids.TryGetValue(groupName, out string? id) ? id : null;

    private static AiGatewayTokenPermission Make(string product, string level, string purpose, bool isRequired, string? linkKey) => new()
    {
        Name = $"{product} - {level}",
        GroupName = $"{product} {(level == "Edit" ? "Write" : level)}",
        Purpose = purpose,
        IsRequired = isRequired,
        LinkKey = linkKey is null ? null : (linkKey, level.ToLowerInvariant()),
    };
}
