using System;
using System.Collections.Generic;
using System.Linq;

namespace CloudflareAiGateway;

/// <summary>Which permissions go with which purpose, and the links that fill them in.</summary>
internal static class TokenTemplates
{
    private const string WholeAccount = "AI Gateway permissions cover the whole account; they cannot be narrowed to one gateway.";

    /// <summary>Makes the template of a purpose.</summary>
    /// <param name="purpose">The purpose.</param>
    /// <param name="accountId">The account for the link; null for all that the user has.</param>
    /// <param name="groups">The permission groups as looked up; null when they were not.</param>
    public static AiGatewayTokenTemplate Of(TokenPurpose purpose, string? accountId, IReadOnlyList<PermissionGroup>? groups)
    {
        AiGatewayTokenPermission[] permissions = PermissionsOf(purpose).Select(p => Identify(p, groups)).ToArray();
        string keys = Uri.EscapeDataString(KeysOf(permissions));
        string name = Uri.EscapeDataString($"AI Gateway {purpose}");
        string account = accountId is null ? "%2A" : Uri.EscapeDataString(accountId);
        return new AiGatewayTokenTemplate
        {
            For = purpose,
            Permissions = permissions,
            UserTokenUrl = $"https://dash.cloudflare.com/profile/api-tokens?permissionGroupKeys={keys}&accountId={account}&zoneId=all&name={name}",
            AccountTokenUrl = $"https://dash.cloudflare.com/?to=/:account/api-tokens&permissionGroupKeys={keys}&name={name}",
            Notes = NotesOf(purpose).Concat(LinkNotes(permissions)).ToArray(),
        };
    }

    private static AiGatewayTokenPermission[] PermissionsOf(TokenPurpose purpose) => purpose switch
    {
        TokenPurpose.Manage => new[]
        {
            KnownPermissions.Edit("Creates, changes and deletes gateways, routes, datasets and logs; reads them, too."),
            KnownPermissions.Accounts(),
            KnownPermissions.Analytics(),
        },
        TokenPurpose.Read => new[]
        {
            KnownPermissions.Read("Reads settings and logs, with the texts of requests and answers."),
            KnownPermissions.Accounts(),
            KnownPermissions.Analytics(),
        },
        TokenPurpose.Run => new[]
        {
            KnownPermissions.Run("Calls models on the gateway host (gateway.ai.cloudflare.com)."),
            KnownPermissions.WorkersAi("Calls models on the REST API (api.cloudflare.com/…/ai), those of other providers, too."),
        },
        _ => new[]
        {
            KnownPermissions.Edit("Links keys to gateways."),
            KnownPermissions.SecretsStore("Stores the keys themselves. What is stored cannot be read back."),
            KnownPermissions.Accounts(),
        },
    };

    private static IEnumerable<string> NotesOf(TokenPurpose purpose)
    {
        yield return WholeAccount;
        if (purpose is TokenPurpose.Run)
        {
            yield return "A token with Run reaches every gateway of the account with the keys stored there. Give each application a token of its own, or use a Worker's binding, which needs none.";
            yield return "One of the two permissions is enough where only one of the two hosts is called.";
        }
        else if (purpose is TokenPurpose.Read)
        {
            yield return "The API also knows the group 'AI Gateway Metadata Read': it lists logs and is refused their texts.";
        }

        yield return "The token's value is shown once. Keep it in a vault (Set-Secret) or in the pipeline's secrets, and let it expire.";
    }

    private static IEnumerable<string> LinkNotes(AiGatewayTokenPermission[] permissions) =>
        permissions.Where(p => p is { IsRequired: true, LinkKey: null }).Select(p => $"The links cannot fill in '{p.Name}': add it on the page.");

    private static AiGatewayTokenPermission Identify(AiGatewayTokenPermission permission, IReadOnlyList<PermissionGroup>? groups)
    {
        if (groups?.FirstOrDefault(g => g.IsForAccounts && string.Equals(g.Name, permission.GroupName, StringComparison.OrdinalIgnoreCase)) is { } found)
        {
            return permission.WithId(found.Id, PermissionIdSource.LookedUp);
        }

        return KnownPermissions.IdOf(permission.GroupName) is { } known ? permission.WithId(known, PermissionIdSource.Known) : permission;
    }

    private static string KeysOf(IEnumerable<AiGatewayTokenPermission> permissions)
    {
        IEnumerable<string> keys = permissions.Where(p => p is { IsRequired: true, LinkKey: not null })
            .Select(p => $"{{\"key\":{Literal.Double(p.LinkKey!.Value.Key)},\"type\":{Literal.Double(p.LinkKey.Value.Type)}}}");
        return $"[{string.Join(",", keys)}]";
    }
}
