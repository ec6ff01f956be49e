using System;
using System.Collections.Generic;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace CloudflareAiGateway.Emulator;

/// <summary>List, create, fetch, rename and delete routes; list, save and fetch versions; list and make deployments.</summary>
internal sealed class RouteEndpoints : IEndpointGroup
{
    private const string Collection = "/accounts/{account_id}/ai-gateway/gateways/{gateway_id}/routes";
    private const string Single = Collection + "/{id}";

    // Which page size the lists without paging claim to have.
    private static readonly Page s_wholePage = new(1, 20);

    private static readonly Problem s_notFound = new(7005, "Route not found");
    private static readonly Problem s_noVersion = new(7005, "Version not found");
    private static readonly Problem s_taken = new(7005, "A route with this name already exists");
    private static readonly Problem s_constraint = new(7005, "UNIQUE constraint failed: routes.name");

    public IEnumerable<Endpoint> Endpoints =>
    [
        Make("GET", Collection, Permission.ReadsGateways, List),
        Make("POST", Collection, Permission.WritesGateways, Create),
        Make("GET", Single, Permission.ReadsGateways, (call, table, route) => RouteEnvelope.Item(new RouteWriter(table, call).Full(route, inList: false))),
        Make("PATCH", Single, Permission.WritesGateways, Rename),
        Make("DELETE", Single, Permission.WritesGateways, Delete),
        Make("GET", Single + "/versions", Permission.ReadsGateways, ListVersions),
        Make("POST", Single + "/versions", Permission.WritesGateways, SaveVersion),
        Make("GET", Single + "/versions/{version_id}", Permission.ReadsGateways, FetchVersion),
        Make("GET", Single + "/deployments", Permission.ReadsGateways, ListDeployments),
        Make("POST", Single + "/deployments", Permission.WritesGateways, Deploy),
    ];

    private static Endpoint Make(string method, string template, IReadOnlyList<string> permissions, Func<ApiCall, RouteTable, EmulatedResponse> handle) => new()
    {
        Method = method,
        Template = template,
        Family = EnvelopeFamily.AiGateway,
        Permissions = permissions,
        Handle = call => GatewayEndpoints.HasGateway(call)
            ? handle(call, RouteTable.Of(call.Tables, call.AccountId, call.Route["gateway_id"]))
            : Failure(404, Problem.NotFound),
    };

    private static Endpoint Make(string method, string template, IReadOnlyList<string> permissions, Func<ApiCall, RouteTable, StoredDocument, EmulatedResponse> handle) =>
        Make(method, template, permissions, (call, table) => table.Find(call.Route["id"]) is StoredDocument route ? handle(call, table, route) : Failure(404, s_notFound));

    private static EmulatedResponse List(ApiCall call, RouteTable table)
    {
        var problems = new List<Problem>();
        Page page = Page.Read(call.Query, 1, int.MaxValue, problems);
        if (problems.Count > 0)
        {
            return Failure(400, [.. problems]);
        }

        IReadOnlyList<StoredDocument> routes = table.Routes;
        var items = new List<JsonObject>();
        for (long i = (page.Number - 1L) * page.Size; i < routes.Count && items.Count < page.Size; i++)
        {
            items.Add(new RouteWriter(table, call).Tagged(routes[(int)i], inList: true));
        }

        return RouteEnvelope.List(call, "routes", items, page);
    }

    private static EmulatedResponse Create(ApiCall call, RouteTable table)
    {
        if (!TryRead(call, RouteElementRules.Create, out JsonObject body, out EmulatedResponse refusal))
        {
            return refusal;
        }

        var name = (string)body["name"]!;
        return table.FindByName(name) is null
            ? RouteEnvelope.Item(new RouteWriter(table, call).Full(table.Add(name, body["elements"]!.AsArray(), call.Now), inList: false))
            : Failure(400, s_taken);
    }

    private static EmulatedResponse Rename(ApiCall call, RouteTable table, StoredDocument route)
    {
        if (!TryRead(call, RouteElementRules.Rename, out JsonObject body, out EmulatedResponse refusal))
        {
            return refusal;
        }

        var name = (string)body["name"]!;
        if (table.FindByName(name) is StoredDocument other && other.Id != route.Id)
        {
            return call.Behaviour.RouteDrift ? Failure(500, s_constraint) : Failure(400, s_taken);
        }

        return RouteEnvelope.Renamed(call, new RouteWriter(table, call).Tagged(table.Rename(route, name, call.Now), inList: true));
    }

    private static EmulatedResponse Delete(ApiCall call, RouteTable table, StoredDocument route)
    {
        StoredDocument version = table.FindVersion(route.Id, RouteTable.Text(table.CurrentDeployment(route.Id)!, "version_id"))!;
        JsonObject answer = new RouteWriter(table, call).Brief(route, version);
        table.Remove(route.Id);
        return RouteEnvelope.Item(answer);
    }

    private static EmulatedResponse ListVersions(ApiCall call, RouteTable table, StoredDocument route)
    {
        var items = new List<JsonObject>();
        foreach (StoredDocument version in table.Versions(route.Id))
        {
            items.Add(new RouteWriter(table, call).Version(version, withData: !call.Behaviour.RouteDrift));
        }

        return RouteEnvelope.List(call, "versions", items, s_wholePage);
    }

    private static EmulatedResponse SaveVersion(ApiCall call, RouteTable table, StoredDocument route) =>
        TryRead(call, RouteElementRules.Version, out JsonObject body, out EmulatedResponse refusal)
            ? RouteEnvelope.Item(new RouteWriter(table, call).Saved(route, table.AddVersion(route, body["elements"]!.AsArray(), call.Now)))
            : refusal;

    private static EmulatedResponse FetchVersion(ApiCall call, RouteTable table, StoredDocument route) =>
        table.FindVersion(route.Id, call.Route["version_id"]) is StoredDocument version
            ? RouteEnvelope.Item(new RouteWriter(table, call).WithVersion(route, version))
            : Failure(404, s_noVersion);

    private static EmulatedResponse ListDeployments(ApiCall call, RouteTable table, StoredDocument route)
    {
        var items = new List<JsonObject>();
        foreach (StoredDocument deployment in table.Deployments(route.Id))
        {
            items.Add(RouteWriter.Deployment(deployment));
        }

        return RouteEnvelope.List(call, "deployments", items, s_wholePage);
    }

    private static EmulatedResponse Deploy(ApiCall call, RouteTable table, StoredDocument route)
    {
        if (!TryRead(call, RouteElementRules.Deployment, out JsonObject body, out EmulatedResponse refusal))
        {
            return refusal;
        }

        if (table.FindVersion(route.Id, (string)body["version_id"]!) is not StoredDocument version)
        {
            return Failure(404, s_noVersion);
        }

        table.Deploy(route, version, call.Now);
        return RouteEnvelope.Item(new RouteWriter(table, call).Brief(route, version));
    }

    private static bool TryRead(ApiCall call, ObjectRule rule, out JsonObject body, out EmulatedResponse refusal)
    {
        var context = new RuleContext(call.Behaviour.KeepUnknownMembers);
        JsonObject? read = null;
        try
        {
            using JsonDocument document = JsonDocument.Parse(call.Request.Body);
            read = rule.Read(document.RootElement, PathStep.Body, context) as JsonObject;
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException)
        {
            // The latter says that a text holds half a surrogate pair, or bytes that are no UTF-8.
            context.Add(PathStep.Body, "Malformed JSON in request body");
        }

        body = read ?? [];
        refusal = Failure(400, [.. context.Problems]);
        return context.Problems.Count == 0;
    }

    private static EmulatedResponse Failure(int status, params IReadOnlyList<Problem> problems) => Envelope.Failure(EnvelopeFamily.AiGateway, status, problems);
}
