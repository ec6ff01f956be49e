using System;
using System.Collections.Generic;
using System.Security.Cryptography;
using System.Text;

namespace CloudflareAiGateway.Emulator;

/// <summary>
/// The permission groups that tokens can be given, those that gateways need and a few more. Not in the OpenAPI document. Ids are the ones
/// seen in public where there are any, else made from the names.
/// </summary>
internal sealed class PermissionGroupEndpoints : IEndpointGroup
{
    private const string AccountScope = "com.cloudflare.api.account";
    private const string ZoneScope = "com.cloudflare.api.account.zone";

    private static readonly (string Name, string Scope, string? Id)[] s_groups =
    [
        (Permission.AiGatewayRead, AccountScope, "4dc8917b4b40457d88d3035d5dadb054"),
        (Permission.AiGatewayWrite, AccountScope, "6c8a3737f07f46369c1ea1f22138daaf"),
        (Permission.AiGatewayRun, AccountScope, "644535f4ed854494a59cb289d634b257"),
        ("AI Gateway Metadata Read", AccountScope, null),
        (Permission.WorkersAiRead, AccountScope, null),
        ("Workers AI Write", AccountScope, null),
        (Permission.SecretsStoreRead, AccountScope, null),
        (Permission.SecretsStoreWrite, AccountScope, null),
        (Permission.AccountSettingsRead, AccountScope, null),
        (Permission.AccountSettingsWrite, AccountScope, null),
        ("Account Analytics Read", AccountScope, null),
        (Permission.AccountApiTokensRead, AccountScope, null),
        (Permission.AccountApiTokensWrite, AccountScope, null),
        ("Logs Read", ZoneScope, null),
        ("Logs Read", AccountScope, null),
    ];

    public IEnumerable<Endpoint> Endpoints =>
    [
        new() { Method = "GET", Template = "/user/tokens/permission_groups", Permissions = Permission.ReadsUserTokens, Handle = ListForUser },
        new() { Method = "GET", Template = "/accounts/{account_id}/tokens/permission_groups", Permissions = Permission.ReadsAccountTokens, Handle = List },
    ];

    /// <summary>An account's token has no user.</summary>
    private static EmulatedResponse ListForUser(ApiCall call) =>
        call.Token.Owner == TokenOwner.User ? List(call) : Envelope.Failure(EnvelopeFamily.V4, 403, Problem.ForeignAccount);

    private static EmulatedResponse List(ApiCall call)
    {
        string? name = call.Query["name"];
        string? scope = call.Query["scope"];
        return Envelope.Item(EnvelopeFamily.V4, JsonBody.Write((name, scope), static (writer, wanted) =>
        {
            writer.WriteStartArray();
            foreach ((string group, string groupScope, string? id) in s_groups)
            {
                if ((wanted.name is null || wanted.name == group) && (wanted.scope is null || wanted.scope == groupScope))
                {
                    writer.WriteStartObject();
                    writer.WriteString("id", id ?? IdOf(group, groupScope));
                    writer.WriteString("name", group);
                    writer.WriteStartArray("scopes");
                    writer.WriteStringValue(groupScope);
                    writer.WriteEndArray();
                    writer.WriteEndObject();
                }
            }

            writer.WriteEndArray();
        }));
    }

    private static string IdOf(string name, string scope) =>
        Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes($"{scope} {name}")).AsSpan(0, 16)).ToLowerInvariant();
}
