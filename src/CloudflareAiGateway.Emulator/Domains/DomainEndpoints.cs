using System;
using System.Collections.Generic;
using System.Text.Json.Nodes;

namespace CloudflareAiGateway.Emulator;

/// <summary>List, add, fetch and remove custom domains of a gateway.</summary>
internal sealed class DomainEndpoints : IEndpointGroup
{
    private const string Collection = "/accounts/{account_id}/ai-gateway/gateways/{gateway_id}/custom-domains";
    private const string Single = Collection + "/{hostname}";

    private static readonly string[] s_searched = ["hostname"];

    public IEnumerable<Endpoint> Endpoints =>
    [
        Make("GET", Collection, Permission.ReadsGateways, List),
        Make("POST", Collection, Permission.WritesGateways, Create),
        Make("GET", Single, Permission.ReadsGateways, Fetch),
        Make("DELETE", Single, Permission.WritesGateways, Delete),
    ];

    private static Endpoint Make(string method, string template, IReadOnlyList<string> permissions, Func<ApiCall, EmulatedResponse> handle) =>
        new()
        {
            Method = method,
            Template = template,
            Family = EnvelopeFamily.AiGateway,
            Permissions = permissions,
            Handle = call => GatewayEndpoints.HasGateway(call) ? handle(call) : Failure(404, Problem.NotFound),
        };

    private static EmulatedResponse List(ApiCall call)
    {
        var problems = new List<Problem>();
        Page page = Page.Read(call.Query, 1, int.MaxValue, problems);
        string? status = call.Query["status"];
        if (status is not null && Array.IndexOf(DomainRules.States, status) < 0)
        {
            problems.Add(new Problem(7001, $"Invalid enum value. Expected '{string.Join("' | '", DomainRules.States)}', received '{status}'", ["query", "status"]));
        }

        if (problems.Count > 0)
        {
            return Failure(400, [.. problems]);
        }

        var found = new List<StoredDocument>();
        foreach (StoredDocument stored in DomainTable.Of(call.Tables, call.AccountId, call.Route["gateway_id"]).InOrder)
        {
            StoredDocument domain = DomainTable.At(stored, call.Now);
            JsonObject members = domain.Members();
            if ((status is null || members.Text("status") == status) && MemberSearch.Hits(members, s_searched, call.Query["search"]))
            {
                found.Add(domain);
            }
        }

        return Envelope.List(EnvelopeFamily.AiGateway, ResultSlice.Cut(found, page));
    }

    private static EmulatedResponse Create(ApiCall call)
    {
        var context = new RuleContext(keepUnknown: false);
        if (RuleBody.Read(call.Request.Body, DomainRules.Create, context) is not JsonObject given)
        {
            return Failure(400, [.. context.Problems]);
        }

        string hostname = given.Text("domain")!.ToLowerInvariant();
        if (DomainTable.IsTaken(call.Tables, hostname))
        {
            return Failure(400, new Problem(7001, "A custom domain with this hostname already exists"));
        }

        if (!ZoneTable.TryEnter(call, given.Text("zone_id")!, hostname))
        {
            return Failure(400, new Problem(7001, "The domain does not belong to the zone", ["body", "domain"]));
        }

        return Success(call, DomainTable.Add(call, hostname));
    }

    private static EmulatedResponse Fetch(ApiCall call) =>
        Find(call) is StoredDocument domain ? Success(call, domain) : Failure(404, Problem.NotFound);

    private static EmulatedResponse Delete(ApiCall call)
    {
        if (Find(call) is not StoredDocument domain)
        {
            return Failure(404, Problem.NotFound);
        }

        DomainTable.Of(call.Tables, call.AccountId, call.Route["gateway_id"]).Remove(domain.Id);
        return Success(call, domain);
    }

    private static StoredDocument? Find(ApiCall call) =>
        DomainTable.Of(call.Tables, call.AccountId, call.Route["gateway_id"]).Find(call.Route["hostname"].ToLowerInvariant());

    private static EmulatedResponse Success(ApiCall call, StoredDocument domain) => Envelope.Item(EnvelopeFamily.AiGateway, DomainTable.At(domain, call.Now).Json);

    private static EmulatedResponse Failure(int status, params IReadOnlyList<Problem> problems) => Envelope.Failure(EnvelopeFamily.AiGateway, status, problems);
}
