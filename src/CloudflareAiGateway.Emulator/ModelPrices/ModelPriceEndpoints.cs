using System;
using System.Collections.Generic;
using System.Text.Json.Nodes;

namespace CloudflareAiGateway.Emulator;

/// <summary>List, create, fetch, change and delete prices of models.</summary>
internal sealed class ModelPriceEndpoints : IEndpointGroup
{
    private const string Collection = "/accounts/{account_id}/ai-gateway/custom-providers/costs";
    private const string Single = Collection + "/{id}";

    private static readonly string[] s_searched = ["id", "model"];

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

    /// <summary>By the document, rule and kind of cost have a default in this list: what they leave out is not listed.</summary>
    private static EmulatedResponse List(ApiCall call)
    {
        var problems = new List<Problem>();
        Page page = Page.Read(call.Query, 1, int.MaxValue, problems);
        bool? enable = FlagQuery.Read(call.Query, "enable", problems);
        string rule = call.Query["model_rule"] ?? "equals";
        if (Array.IndexOf(ModelPriceRules.Kinds, rule) < 0)
        {
            problems.Add(new Problem(7001, $"Invalid enum value. Expected '{string.Join("' | '", ModelPriceRules.Kinds)}', received '{rule}'", ["query", "model_rule"]));
        }

        if (problems.Count > 0)
        {
            return Failure(400, problems);
        }

        var found = new List<StoredDocument>();
        foreach (StoredDocument document in ModelPriceTable.Of(call.Tables, call.AccountId).InOrder)
        {
            JsonObject members = document.Members();
            if (members.Text("model_rule") == rule
                && members.Text("cost_type") == (call.Query["cost_type"] ?? "tokens")
                && (enable is null || members.Flag("enable") == enable)
                && (call.Query["account_provider_id"] is not string provider || members.Text("account_provider_id") == provider)
                && MemberSearch.Hits(members, s_searched, call.Query["search"]))
            {
                found.Add(document);
            }
        }

        return Envelope.List(EnvelopeFamily.AiGateway, ResultSlice.Cut(found, page));
    }

    private static EmulatedResponse Create(ApiCall call)
    {
        var context = new RuleContext(call.Behaviour.KeepUnknownMembers);
        if (RuleBody.Read(call.Request.Body, ModelPriceRules.Create, context) is not JsonObject given)
        {
            return Failure(400, context.Problems);
        }

        if (Refuse(call, given, ownId: null) is EmulatedResponse refusal)
        {
            return refusal;
        }

        string id = Guid.NewGuid().ToString("D");
        var members = new JsonObject { ["id"] = id };
        Copy(given, members);
        Complete(members);
        members["weight"] = 0;
        members["created_at"] = Timestamp.Format(call.Now);
        members["modified_at"] = Timestamp.Format(call.Now);
        return Put(call, members.ToDocument(id, call.Now));
    }

    private static EmulatedResponse Fetch(ApiCall call) =>
        ModelPriceTable.Of(call.Tables, call.AccountId).Find(call.Route["id"]) is StoredDocument price ? Success(price) : UuidRoute.Missing(call);

    private static EmulatedResponse Patch(ApiCall call)
    {
        if (ModelPriceTable.Of(call.Tables, call.AccountId).Find(call.Route["id"]) is not StoredDocument current)
        {
            return UuidRoute.Missing(call);
        }

        var context = new RuleContext(call.Behaviour.KeepUnknownMembers);
        if (RuleBody.Read(call.Request.Body, ModelPriceRules.Patch, context) is not JsonObject given)
        {
            return Failure(400, context.Problems);
        }

        JsonObject members = current.Members();
        Copy(given, members);
        if (Refuse(call, members, current.Id) is EmulatedResponse refusal)
        {
            return refusal;
        }

        members["modified_at"] = Timestamp.Format(call.Now);
        return Put(call, members.ToDocument(current.Id, current.CreatedAt));
    }

    private static EmulatedResponse Delete(ApiCall call)
    {
        DocumentTable table = ModelPriceTable.Of(call.Tables, call.AccountId);
        if (table.Find(call.Route["id"]) is not StoredDocument price)
        {
            return UuidRoute.Missing(call);
        }

        table.Remove(price.Id);
        return Success(price);
    }

    /// <summary>A price needs its provider, and is alone for its model and rule.</summary>
    private static EmulatedResponse? Refuse(ApiCall call, JsonObject price, string? ownId)
    {
        if (CustomProviderTable.Of(call.Tables, call.AccountId).Find(price.Text("account_provider_id")!) is null)
        {
            return Failure(400, [new Problem(7001, "Custom provider not found", ["body", "account_provider_id"])]);
        }

        return ModelPriceTable.FindSame(call.Tables, call.AccountId, price) is StoredDocument same && same.Id != ownId
            ? Failure(400, [new Problem(7001, "A price for this model and rule already exists")])
            : null;
    }

    /// <summary>Takes members over; prices are kept as the text that answers have.</summary>
    private static void Copy(JsonObject given, JsonObject members)
    {
        foreach (KeyValuePair<string, JsonNode?> member in given)
        {
            members[member.Key] = member.Key == "token_pricing" ? member.Value!.ToJsonString() : member.Value?.DeepClone();
        }
    }

    /// <summary>Of the two ways to say the main prices, the one that was left out follows from the other.</summary>
    private static void Complete(JsonObject members)
    {
        JsonObject pricing = members.Text("token_pricing") is string text ? (JsonObject)JsonNode.Parse(text)! : [];
        Complete(members, "cost_in", pricing, "input_tokens");
        Complete(members, "cost_out", pricing, "output_tokens");
        members["token_pricing"] = pricing.ToJsonString();
    }

    private static void Complete(JsonObject members, string older, JsonObject pricing, string newer)
    {
        if (members[older] is null && pricing[newer] is JsonNode price)
        {
            members[older] = price.DeepClone();
        }
        else if (pricing[newer] is null && members[older] is JsonNode cost)
        {
            pricing[newer] = cost.DeepClone();
        }
    }

    private static EmulatedResponse Put(ApiCall call, StoredDocument price)
    {
        ModelPriceTable.Of(call.Tables, call.AccountId).Put(price);
        return Success(price);
    }

    private static EmulatedResponse Success(StoredDocument price) => Envelope.Item(EnvelopeFamily.AiGateway, price.Json);

    private static EmulatedResponse Failure(int status, IReadOnlyList<Problem> problems) => Envelope.Failure(EnvelopeFamily.AiGateway, status, problems);
}
