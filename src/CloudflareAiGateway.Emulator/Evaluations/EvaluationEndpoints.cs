using System;
using System.Collections.Generic;
using System.Security.Cryptography;
using System.Text.Json.Nodes;

namespace CloudflareAiGateway.Emulator;

/// <summary>List, create, fetch and delete evaluations, and list evaluators.</summary>
internal sealed class EvaluationEndpoints(EmulatorServices services) : IEndpointGroup
{
    private const string Collection = "/accounts/{account_id}/ai-gateway/gateways/{gateway_id}/evaluations";
    private const string Single = Collection + "/{id}";
    private const int MaximumDatasets = 5;

    private static readonly StringRule s_string = new();

    private static readonly ObjectRule s_body = new(
        MemberRule.Required("name", s_string),
        MemberRule.Required("dataset_ids", new ArrayRule(s_string) { MaximumCount = MaximumDatasets }),
        MemberRule.Required("evaluation_type_ids", new ArrayRule(s_string)));

    public IEnumerable<Endpoint> Endpoints =>
    [
        Make("GET", Collection, Permission.ReadsGateways, List),
        Make("POST", Collection, Permission.WritesGateways, Create),
        Make("GET", Single, Permission.ReadsGateways, call => Table(call).Find(call.Route["id"]) is StoredDocument found ? Success(call, found) : Failure(404, Problem.NotFound)),
        Make("DELETE", Single, Permission.WritesGateways, Delete),
        Make("GET", "/accounts/{account_id}/ai-gateway/evaluation-types", Permission.ReadsGateways, ListEvaluators),
    ];

    private static Endpoint Make(string method, string template, IReadOnlyList<string> permissions, Func<ApiCall, EmulatedResponse> handle) => new()
    {
        Method = method,
        Template = template,
        Family = EnvelopeFamily.AiGateway,
        Permissions = permissions,
        Handle = call => EvaluationAccess.Refuse(call) ?? handle(call),
    };

    private static DocumentTable Table(ApiCall call) => call.Tables.Table("evaluations", GatewayEndpoints.Scope(call.AccountId, call.Route["gateway_id"]));

    private EmulatedResponse List(ApiCall call)
    {
        var problems = new List<Problem>();
        Page page = Page.Read(call.Query, 1, 100, problems);
        if (problems.Count > 0)
        {
            return Failure(400, problems);
        }

        // Unlike the others, this list is empty for a gateway that does not exist.
        EvaluationAnswer answer = Answer(call);
        var found = new List<StoredDocument>();
        foreach (StoredDocument evaluation in Table(call).InOrder)
        {
            JsonObject document = answer.Make(evaluation);
            if (EvaluationAccess.NameMatches(call, document)
                && (call.Query["processed"] is not string processed || (bool)document["processed"]! == processed is "true" or "1")
                && (call.Query["search"] is not { Length: > 0 } search || Contains(document, search)))
            {
                found.Add(evaluation with { Json = Write(document) });
            }
        }

        return Envelope.List(EnvelopeFamily.AiGateway, ResultSlice.Cut(found, page));
    }

    private EmulatedResponse Create(ApiCall call)
    {
        var context = new RuleContext(keepUnknown: false);
        JsonObject? body = RequestBody.Read(call.Request.Body, s_body, context);
        if (body is null)
        {
            return Failure(400, context.Problems);
        }

        if (!GatewayEndpoints.HasGateway(call))
        {
            return Failure(404, Problem.NotFound);
        }

        CheckIds(call, body, context);
        foreach (StoredDocument other in Table(call).InOrder)
        {
            if ((string?)JsonNode.Parse(other.Json.Span)!["name"] == (string?)body["name"])
            {
                return Failure(400, new Problem(7001, "An evaluation with this name already exists"));
            }
        }

        if (context.Problems.Count > 0)
        {
            return Failure(400, context.Problems);
        }

        var evaluation = new StoredDocument(RandomNumberGenerator.GetHexString(16, lowercase: true), call.Now, Write(body));
        Table(call).Put(evaluation);
        return Success(call, evaluation);
    }

    private EmulatedResponse Delete(ApiCall call)
    {
        if (Table(call).Find(call.Route["id"]) is not StoredDocument evaluation)
        {
            return Failure(404, Problem.NotFound);
        }

        Table(call).Remove(evaluation.Id);
        return Success(call, evaluation);
    }

    private static EmulatedResponse ListEvaluators(ApiCall call)
    {
        var problems = new List<Problem>();
        Page page = Page.Read(call.Query, 5, 50, problems);
        return problems.Count > 0
            ? Failure(400, problems)
            : Envelope.List(EnvelopeFamily.AiGateway, ResultSlice.Cut(Array.ConvertAll(Evaluator.All, evaluator => evaluator.ToDocument()), page));
    }

    private static void CheckIds(ApiCall call, JsonObject body, RuleContext context)
    {
        PathStep place = PathStep.Body.Into("dataset_ids");
        JsonArray datasets = body["dataset_ids"]!.AsArray();
        if (datasets.Count == 0)
        {
            context.Add(place, "Array must contain at least 1 element(s)");
        }

        for (int i = 0; i < datasets.Count; i++)
        {
            if (DatasetTable.Of(call).Find((string)datasets[i]!) is null)
            {
                context.Add(place.Into(i), "Dataset not found");
            }
        }

        JsonArray evaluators = body["evaluation_type_ids"]!.AsArray();
        for (int i = 0; i < evaluators.Count; i++)
        {
            if (Evaluator.Find((string)evaluators[i]!) is null)
            {
                context.Add(PathStep.Body.Into("evaluation_type_ids").Into(i), "Evaluation type not found");
            }
        }
    }

    private static bool Contains(JsonObject evaluation, string text) =>
        ((string)evaluation["id"]!).Contains(text, StringComparison.OrdinalIgnoreCase) || ((string)evaluation["name"]!).Contains(text, StringComparison.OrdinalIgnoreCase);

    private EvaluationAnswer Answer(ApiCall call) =>
        new(call, LoggingStateEndpoints.HasMoved(call) ? new LogTable() : services.Logs.Table(call.AccountId, call.Route["gateway_id"]));

    private EmulatedResponse Success(ApiCall call, StoredDocument evaluation) => Envelope.Item(EnvelopeFamily.AiGateway, Write(Answer(call).Make(evaluation)));

    private static ReadOnlyMemory<byte> Write(JsonObject document) => JsonBody.Write(document, static (writer, node) => node.WriteTo(writer));

    private static EmulatedResponse Failure(int status, params IReadOnlyList<Problem> problems) => Envelope.Failure(EnvelopeFamily.AiGateway, status, problems);
}
