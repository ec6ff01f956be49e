using System;
using System.Collections.Generic;
using System.Security.Cryptography;
using System.Text.Json.Nodes;

namespace CloudflareAiGateway.Emulator;

/// <summary>List, create, fetch, update and delete datasets.</summary>
internal sealed class DatasetEndpoints : IEndpointGroup
{
    private const string Collection = "/accounts/{account_id}/ai-gateway/gateways/{gateway_id}/datasets";
    private const string Single = Collection + "/{id}";

    /// <summary>The body of a create and of an update. Source: <c>DatasetWrite</c> of the OpenAPI document.</summary>
    private static readonly ObjectRule s_body = new(
        MemberRule.Required("name", new StringRule()),
        MemberRule.Required("enable", new BooleanRule()),
        MemberRule.Required("filters", new ArrayRule(new ObjectRule(
            MemberRule.Required("key", new EnumRule(
                "created_at", "request_content_type", "response_content_type", "success", "cached", "provider", "model", "cost", "tokens", "tokens_in", "tokens_out", "duration", "feedback")),
            MemberRule.Required("operator", new EnumRule("eq", "contains", "lt", "gt")),
            MemberRule.Required("value", new ArrayRule(new UnionRule(new StringRule(), new NumberRule { Whole = false }, new BooleanRule())))))));

    public IEnumerable<Endpoint> Endpoints =>
    [
        Make("GET", Collection, Permission.ReadsGateways, List),
        Make("POST", Collection, Permission.WritesGateways, Create),
        Make("GET", Single, Permission.ReadsGateways, call => Find(call) is StoredDocument dataset ? Success(dataset) : Failure(404, Problem.NotFound)),
        Make("PUT", Single, Permission.WritesGateways, Update),
        Make("DELETE", Single, Permission.WritesGateways, Delete),
    ];

    private static Endpoint Make(string method, string template, IReadOnlyList<string> permissions, Func<ApiCall, EmulatedResponse> handle) => new()
    {
        Method = method,
        Template = template,
        Family = EnvelopeFamily.AiGateway,
        Permissions = permissions,
        Handle = call => EvaluationAccess.Refuse(call) ?? handle(call),
    };

    private static EmulatedResponse List(ApiCall call)
    {
        var problems = new List<Problem>();
        Page page = Page.Read(call.Query, 1, 100, problems);
        if (problems.Count > 0)
        {
            return Failure(400, problems);
        }

        if (!GatewayEndpoints.HasGateway(call))
        {
            return Failure(404, Problem.NotFound);
        }

        var found = new List<StoredDocument>();
        foreach (StoredDocument dataset in DatasetTable.Of(call).InOrder)
        {
            JsonNode document = JsonNode.Parse(dataset.Json.Span)!;
            if (EvaluationAccess.NameMatches(call, document)
                && (call.Query["enable"] is not string enable || (bool)document["enable"]! == enable is "true" or "1")
                && (call.Query["search"] is not { Length: > 0 } search || DatasetTable.Contains(dataset, search)))
            {
                found.Add(dataset);
            }
        }

        return Envelope.List(EnvelopeFamily.AiGateway, ResultSlice.Cut(found, page));
    }

    private static EmulatedResponse Create(ApiCall call)
    {
        var context = new RuleContext(keepUnknown: false);
        if (Read(call, context) is not JsonObject body)
        {
            return Failure(400, context.Problems);
        }

        if (!GatewayEndpoints.HasGateway(call))
        {
            return Failure(404, Problem.NotFound);
        }

        if (DatasetTable.FindByName(call, (string)body["name"]!) is not null)
        {
            return Failure(400, Taken());
        }

        StoredDocument dataset = Store(call, RandomNumberGenerator.GetHexString(16, lowercase: true), body, call.Now);
        DatasetTable.Of(call).Put(dataset);
        return Success(dataset);
    }

    private static EmulatedResponse Update(ApiCall call)
    {
        if (Find(call) is not StoredDocument current)
        {
            return Failure(404, Problem.NotFound);
        }

        var context = new RuleContext(keepUnknown: false);
        if (Read(call, context) is not JsonObject body)
        {
            return Failure(400, context.Problems);
        }

        if (DatasetTable.FindByName(call, (string)body["name"]!) is StoredDocument other && other.Id != current.Id)
        {
            return Failure(400, Taken());
        }

        StoredDocument dataset = Store(call, current.Id, body, current.CreatedAt);
        DatasetTable.Of(call).Put(dataset);
        return Success(dataset);
    }

    private static EmulatedResponse Delete(ApiCall call)
    {
        if (Find(call) is not StoredDocument dataset)
        {
            return Failure(404, Problem.NotFound);
        }

        DatasetTable.Of(call).Remove(dataset.Id);
        return Success(dataset);
    }

    private static JsonObject? Read(ApiCall call, RuleContext context)
    {
        JsonObject? body = RequestBody.Read(call.Request.Body, s_body, context);
        if (body is not null)
        {
            // The filters must mean something, too: a time that is none is found here.
            DatasetTable.Query(body["filters"]!, context);
        }

        return context.Problems.Count == 0 ? body : null;
    }

    private static StoredDocument Store(ApiCall call, string id, JsonObject body, DateTimeOffset createdAt)
    {
        body["id"] = id;
        body["gateway_id"] = call.Route["gateway_id"];
        body["created_at"] = Timestamp.Format(createdAt);
        body["modified_at"] = Timestamp.Format(call.Now);
        return new StoredDocument(id, createdAt, JsonBody.Write(body, static (writer, node) => node.WriteTo(writer)));
    }

    private static StoredDocument? Find(ApiCall call) => DatasetTable.Of(call).Find(call.Route["id"]);

    private static Problem Taken() => new(7001, "A dataset with this name already exists");

    private static EmulatedResponse Success(StoredDocument dataset) => Envelope.Item(EnvelopeFamily.AiGateway, dataset.Json);

    private static EmulatedResponse Failure(int status, params IReadOnlyList<Problem> problems) => Envelope.Failure(EnvelopeFamily.AiGateway, status, problems);
}
