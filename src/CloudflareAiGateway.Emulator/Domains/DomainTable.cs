using System;
using System.Collections.Generic;
using System.Text.Json.Nodes;

namespace CloudflareAiGateway.Emulator;

/// <summary>
/// The domains of a gateway. Each goes its way by the clock, as if its DNS record had been made at once: two seconds initializing, three
/// pending, then active.
/// </summary>
internal static class DomainTable
{
    /// <summary>How long a new domain is initializing.</summary>
    public static readonly TimeSpan Initializing = TimeSpan.FromSeconds(2);

    /// <summary>How long it waits for its DNS record then.</summary>
    public static readonly TimeSpan Pending = TimeSpan.FromSeconds(3);

    private const string Kind = "custom_domains";

    public static DocumentTable Of(StateTables tables, string accountId, string gatewayId) =>
        tables.Table(Kind, GatewayEndpoints.Scope(accountId, gatewayId));

    /// <summary>Whether any gateway of any account has a hostname.</summary>
    public static bool IsTaken(StateTables tables, string hostname)
    {
        foreach (KeyValuePair<(string Kind, string Scope), DocumentTable> table in tables.All)
        {
            if (table.Key.Kind == Kind && table.Value.Find(hostname) is not null)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Adds a domain.</summary>
    public static StoredDocument Add(ApiCall call, string hostname)
    {
        string gateway = call.Route["gateway_id"];
        StoredDocument document = new JsonObject
        {
            ["hostname"] = hostname,
            ["gateway_id"] = gateway,
            ["status"] = string.Empty,
            ["cname_target"] = $"{gateway}.{call.AccountId[..8]}.gateway-domains.example",
            ["created_at"] = call.Now.ToUnixTimeMilliseconds(),
            ["modified_at"] = call.Now.ToUnixTimeMilliseconds(),
        }.ToDocument(hostname, call.Now);
        Of(call.Tables, call.AccountId, gateway).Put(document);
        return document;
    }

    /// <summary>A domain as it is at a time.</summary>
    public static StoredDocument At(StoredDocument domain, DateTimeOffset now)
    {
        TimeSpan age = now - domain.CreatedAt;
        (string status, TimeSpan since) = age < Initializing ? (DomainRules.States[0], TimeSpan.Zero)
            : age < Initializing + Pending ? (DomainRules.States[1], Initializing)
            : (DomainRules.States[2], Initializing + Pending);
        JsonObject members = domain.Members();
        members["status"] = status;
        members["modified_at"] = (domain.CreatedAt + since).ToUnixTimeMilliseconds();
        return members.ToDocument(domain.Id, domain.CreatedAt);
    }
}
