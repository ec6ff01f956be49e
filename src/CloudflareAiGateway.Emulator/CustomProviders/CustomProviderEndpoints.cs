using System;
using System.Collections.Generic;
using System.Text.Json.Nodes;

namespace CloudflareAiGateway.Emulator;

/// <summary>List, create, fetch, change and delete custom providers. Their prices go with them.</summary>
internal sealed class CustomProviderEndpoints : IEndpointGroup
{
    private const string Collection = "/accounts/{account_id}/ai-gateway/custom-providers";
    private const string Single = Collection + "/{id}";

    private static readonly string[] s_searched = ["id", "name", "slug"];

    public IEnumerable<Endpoint> Endpoints =>
    [
        Make("GET", Collection, Permission.ReadsGateways, List),
        Make("POST", Collection, Permission.WritesGateways, Create),
        Make("GET", Single, Permission.ReadsGateways, Fetch),
        Make("PATCH", Single, Permission.WritesGateways, Patch),
        Make("DELETE", Single, Permission.WritesGateways, Delete),
    ];

    private static Endpoint Make(string method, string template, IReadOnlyList<string> permissions, Func<ApiCall, EmulatedResponse> handle) =>
        new() { Method = method, Template = template, Family = EnvelopeFamily.AiGateway, Permissions = permissions, Handle = handle };

    private static EmulatedResponse List(ApiCall call)
    {
        var problems = new List<Problem>();
        Page page = Page.Read(call.Query, 1, int.MaxValue, problems);
        bool? enable = FlagQuery.Read(call.Query, "enable", problems);
        bool? beta = FlagQuery.Read(call.Query, "beta", problems);
        if (problems.Count > 0)
        {
            return Failure(400, problems);
        }

        var found = new List<(long Position, string Name, StoredDocument Document)>();
        foreach (StoredDocument document in CustomProviderTable.Of(call.Tables, call.AccountId).InOrder)
        {
            JsonObject members = document.Members();
            if ((enable is null || members.Flag("enable") == enable) && (beta is null || members.Flag("beta") == beta) && MemberSearch.Hits(members, s_searched, call.Query["search"]))
            {
                found.Add(((long?)members["position"] ?? 0, members.Text("name")!, document));
            }
        }

        found.Sort(static (x, y) => x.Position != y.Position ? x.Position.CompareTo(y.Position) : string.CompareOrdinal(x.Name, y.Name));
        return Envelope.List(EnvelopeFamily.AiGateway, ResultSlice.Cut(found.ConvertAll(static entry => entry.Document), page));
    }

    private static EmulatedResponse Create(ApiCall call)
    {
        var context = new RuleContext(call.Behaviour.KeepUnknownMembers);
        JsonObject? given = RuleBody.Read(call.Request.Body, CustomProviderRules.Create, context);
        if (given is null || !HasGoodHeaders(given, context))
        {
            return Failure(400, context.Problems);
        }

        if (CustomProviderTable.FindDocument(call.Tables, call.AccountId, given.Text("slug")!) is not null)
        {
            return Failure(400, [Taken]);
        }

        string id = Guid.NewGuid().ToString("D");
        var members = new JsonObject { ["id"] = id };
        foreach (KeyValuePair<string, JsonNode?> member in given)
        {
            members[member.Key] = member.Value?.DeepClone();
        }

        members["created_at"] = Timestamp.Format(call.Now);
        members["modified_at"] = Timestamp.Format(call.Now);
        return Put(call, members.ToDocument(id, call.Now));
    }

    private static EmulatedResponse Fetch(ApiCall call) =>
        CustomProviderTable.Of(call.Tables, call.AccountId).Find(call.Route["id"]) is StoredDocument provider ? Success(provider) : Missing(call);

    private static EmulatedResponse Patch(ApiCall call)
    {
        if (CustomProviderTable.Of(call.Tables, call.AccountId).Find(call.Route["id"]) is not StoredDocument current)
        {
            return Missing(call);
        }

        var context = new RuleContext(call.Behaviour.KeepUnknownMembers);
        JsonObject? given = RuleBody.Read(call.Request.Body, CustomProviderRules.Patch, context);
        if (given is null || !HasGoodHeaders(given, context))
        {
            return Failure(400, context.Problems);
        }

        if (given.Text("slug") is string slug && CustomProviderTable.FindDocument(call.Tables, call.AccountId, slug) is StoredDocument other && other.Id != current.Id)
        {
            return Failure(400, [Taken]);
        }

        JsonObject members = current.Members();
        foreach (KeyValuePair<string, JsonNode?> member in given)
        {
            members[member.Key] = member.Value?.DeepClone();
        }

        members["modified_at"] = Timestamp.Format(call.Now);
        return Put(call, members.ToDocument(current.Id, current.CreatedAt));
    }

    private static EmulatedResponse Delete(ApiCall call)
    {
        DocumentTable table = CustomProviderTable.Of(call.Tables, call.AccountId);
        if (table.Find(call.Route["id"]) is not StoredDocument provider)
        {
            return Missing(call);
        }

        table.Remove(provider.Id);
        ModelPriceTable.RemoveOf(call.Tables, call.AccountId, provider.Id);
        return Success(provider);
    }

    private static Problem Taken => new(7001, "A custom provider with this slug already exists");

    private static EmulatedResponse Put(ApiCall call, StoredDocument provider)
    {
        CustomProviderTable.Of(call.Tables, call.AccountId).Put(provider);
        return Success(provider);
    }

    private static bool HasGoodHeaders(JsonObject given, RuleContext context)
    {
        if (given.Text("headers") is string text && !CustomProviderTable.AreHeaders(text))
        {
            context.Add(PathStep.Body.Into("headers"), "Invalid JSON");
            return false;
        }

        return true;
    }

    private static EmulatedResponse Missing(ApiCall call) => UuidRoute.Missing(call);

    private static EmulatedResponse Success(StoredDocument provider) => Envelope.Item(EnvelopeFamily.AiGateway, provider.Json);

    private static EmulatedResponse Failure(int status, IReadOnlyList<Problem> problems) => Envelope.Failure(EnvelopeFamily.AiGateway, status, problems);
}
