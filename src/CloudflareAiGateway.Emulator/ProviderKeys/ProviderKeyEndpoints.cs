using System;
using System.Collections.Generic;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace CloudflareAiGateway.Emulator;

/// <summary>
/// List, create, rotate and delete the stored provider keys of a gateway. A key needs a store in the gateway's settings, and in it an active
/// secret under the name by which it is found later.
/// </summary>
internal sealed class ProviderKeyEndpoints : IEndpointGroup
{
    private const string Collection = "/accounts/{account_id}/ai-gateway/gateways/{gateway_id}/provider_configs";
    private const string Single = Collection + "/{id}";

    private static readonly Problem s_noStore = new(7001, "The gateway has no secrets store: set store_id first");
    private static readonly Problem s_noSecret = new(7001, "secret was not found");
    private static readonly Problem s_taken = new(7001, "A provider config with this alias already exists");

    public IEnumerable<Endpoint> Endpoints =>
    [
        Make("GET", Collection, Permission.ReadsGateways, List),
        Make("POST", Collection, Permission.WritesSecrets, Create),
        Make("PUT", Single, Permission.WritesSecrets, Rotate),
        Make("DELETE", Single, Permission.WritesSecrets, Delete),
    ];

    private static Endpoint Make(string method, string template, IReadOnlyList<string> permissions, Func<ApiCall, EmulatedResponse> handle) =>
        new() { Method = method, Template = template, Family = EnvelopeFamily.AiGateway, Permissions = permissions, Handle = handle };

    /// <summary>A gateway that does not exist has an empty list, as with the service.</summary>
    private static EmulatedResponse List(ApiCall call)
    {
        var problems = new List<Problem>();
        Page page = Page.Read(call.Query, 1, 100, problems);
        if (problems.Count > 0)
        {
            return Failure(400, problems);
        }

        var keys = new List<StoredDocument>();
        foreach (StoredProviderKey key in ProviderKeyTable.All(call.Tables, call.AccountId, call.Route["gateway_id"]))
        {
            keys.Add(new StoredDocument(key.Id, key.Created, key.ToAnswer(call.Behaviour.ProviderKeyDrift)));
        }

        return Envelope.List(EnvelopeFamily.AiGateway, ResultSlice.Cut(keys, page));
    }

    private static EmulatedResponse Create(ApiCall call)
    {
        if (!GatewayEndpoints.HasGateway(call))
        {
            return Failure(404, [Problem.NotFound]);
        }

        var context = new RuleContext(keepUnknown: false);
        JsonObject? body = Read(call.Request.Body, ProviderKeyRules.Create, context);
        if (context.Problems.Count > 0)
        {
            return Failure(400, context.Problems);
        }

        string gateway = call.Route["gateway_id"];
        string provider = (string)body!["provider_slug"]!;
        string alias = (string)body["alias"]!;
        if (HasKey(call, gateway, provider, alias))
        {
            return Failure(400, [s_taken]);
        }

        if (ProviderKeyTable.StoreOf(call.Tables, call.AccountId, gateway) is not string storeId)
        {
            return Failure(400, [s_noStore]);
        }

        string name = ProviderKeyTable.SecretName(gateway, provider, alias);
        StoredSecret? secret = (string?)body["secret"] is string value
            ? ProviderKeySecrets.Make(call, storeId, name, value)
            : ProviderKeySecrets.FindReady(call, storeId, name, (string?)body["secret_id"]);
        if (secret is null)
        {
            return Failure(400, [s_noSecret]);
        }

        var key = new StoredProviderKey(SecretTables.NewId(), gateway, provider, alias, call.Now)
        {
            Modified = call.Now,
            IsDefault = (bool)body["default_config"]!,
            SecretId = secret.Id,
            Preview = secret.Preview,
            RateLimit = Number(body, "rate_limit"),
            RateLimitPeriod = Number(body, "rate_limit_period"),
        };
        return Keep(call, key);
    }

    private static EmulatedResponse Rotate(ApiCall call)
    {
        if (FindKey(call) is not StoredProviderKey key)
        {
            return Failure(404, [Problem.NotFound]);
        }

        var context = new RuleContext(keepUnknown: false);
        JsonObject? body = Read(call.Request.Body, ProviderKeyRules.Update, context);
        if (context.Problems.Count > 0)
        {
            return Failure(400, context.Problems);
        }

        if (ProviderKeyTable.StoreOf(call.Tables, call.AccountId, key.Gateway) is not string storeId
            || SecretTables.Find(call.Tables, call.AccountId, storeId, key.SecretId) is not StoredSecret secret)
        {
            return Failure(400, [s_noSecret]);
        }

        string preview = StoredSecret.Mask((string)body!["secret"]!);
        SecretTables.Put(call.Tables, call.AccountId, secret with { Preview = preview, Modified = call.Now });
        return Keep(call, key with { Preview = preview, Modified = call.Now });
    }

    /// <summary>The secret stays.</summary>
    private static EmulatedResponse Delete(ApiCall call)
    {
        if (FindKey(call) is not StoredProviderKey key)
        {
            return Failure(404, [Problem.NotFound]);
        }

        ProviderKeyTable.Of(call.Tables, call.AccountId, key.Gateway).Remove(key.Id);
        return Envelope.Item(EnvelopeFamily.AiGateway, key.ToAnswer(call.Behaviour.ProviderKeyDrift));
    }

    private static EmulatedResponse Keep(ApiCall call, StoredProviderKey key)
    {
        ProviderKeyTable.Of(call.Tables, call.AccountId, key.Gateway).Put(key.ToDocument());
        return Envelope.Item(EnvelopeFamily.AiGateway, key.ToAnswer(call.Behaviour.ProviderKeyDrift));
    }

    private static StoredProviderKey? FindKey(ApiCall call) =>
        ProviderKeyTable.Of(call.Tables, call.AccountId, call.Route["gateway_id"]).Find(call.Route["id"]) is StoredDocument document
            ? StoredProviderKey.Read(document)
            : null;

    private static bool HasKey(ApiCall call, string gateway, string provider, string alias)
    {
        foreach (StoredProviderKey key in ProviderKeyTable.All(call.Tables, call.AccountId, gateway))
        {
            if (key.Provider == provider && key.Alias == alias)
            {
                return true;
            }
        }

        return false;
    }

    private static JsonObject? Read(ReadOnlyMemory<byte> body, ObjectRule rule, RuleContext context)
    {
        try
        {
            using JsonDocument document = JsonDocument.Parse(body);
            return rule.Read(document.RootElement, PathStep.Body, context) as JsonObject;
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException)
        {
            // The latter says that a text holds half a surrogate pair, or bytes that are no UTF-8.
            context.Add(PathStep.Body, "Malformed JSON in request body");
            return null;
        }
    }

    private static long? Number(JsonObject body, string name) => (long?)body[name];

    private static EmulatedResponse Failure(int status, IReadOnlyList<Problem> problems) => Envelope.Failure(EnvelopeFamily.AiGateway, status, problems);
}
