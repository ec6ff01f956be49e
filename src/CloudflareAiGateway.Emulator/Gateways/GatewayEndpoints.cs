using System;
using System.Collections.Generic;

namespace CloudflareAiGateway.Emulator;

/// <summary>List, create, fetch, update and delete gateways.</summary>
internal sealed class GatewayEndpoints(EmulatorServices services) : IEndpointGroup
{
    /// <summary>The gateway that makes itself.</summary>
    public const string DefaultId = "default";

    private const string Kind = "gateways";
    private const string Collection = "/accounts/{account_id}/ai-gateway/gateways";
    private const string Single = Collection + "/{id}";

    public IEnumerable<Endpoint> Endpoints =>
    [
        new() { Method = "GET", Template = Collection, Family = EnvelopeFamily.AiGateway, Permissions = Permission.ReadsGateways, Handle = List },
        new() { Method = "POST", Template = Collection, Family = EnvelopeFamily.AiGateway, Permissions = Permission.WritesGateways, Handle = Create },
        new() { Method = "GET", Template = Single, Family = EnvelopeFamily.AiGateway, Permissions = Permission.ReadsGateways, Handle = Fetch },
        new() { Method = "PUT", Template = Single, Family = EnvelopeFamily.AiGateway, Permissions = Permission.WritesGateways, Handle = Update },
        new() { Method = "DELETE", Template = Single, Family = EnvelopeFamily.AiGateway, Permissions = Permission.WritesGateways, Handle = Delete },
    ];

    public static DocumentTable Table(StateTables tables, string accountId) => tables.Table(Kind, accountId);

    /// <summary>The scope of all tables inside a gateway; they go with it.</summary>
    public static string Scope(string accountId, string gatewayId) => $"{accountId}/{gatewayId}";

    /// <summary>Whether the gateway in a call's path (<c>gateway_id</c>) exists.</summary>
    public static bool HasGateway(ApiCall call) => Table(call.Tables, call.AccountId).Find(call.Route["gateway_id"]) is not null;

    private static EmulatedResponse List(ApiCall call)
    {
        var problems = new List<Problem>();
        Page page = Page.Read(call.Query, 1, 100, problems);
        if (problems.Count > 0)
        {
            return Failure(400, problems);
        }

        IReadOnlyList<StoredDocument> gateways = Table(call.Tables, call.AccountId).InOrder;
        if (call.Query["search"] is { Length: > 0 } search)
        {
            gateways = Search(gateways, search);
        }

        return Envelope.List(EnvelopeFamily.AiGateway, ResultSlice.Cut(gateways, page));
    }

    private static EmulatedResponse Create(ApiCall call)
    {
        (StoredDocument? gateway, IReadOnlyList<Problem> problems) = GatewayBody.ReadCreate(call.Request.Body, call.Now, call.Behaviour);
        if (gateway is null)
        {
            return Failure(400, problems);
        }

        DocumentTable table = Table(call.Tables, call.AccountId);
        if (table.Find(gateway.Id) is not null)
        {
            return Failure(400, [new Problem(7001, "A gateway with this id already exists")]);
        }

        table.Put(gateway);
        return Success(gateway);
    }

    private static EmulatedResponse Fetch(ApiCall call) =>
        Table(call.Tables, call.AccountId).Find(call.Route["id"]) is StoredDocument gateway ? Success(gateway) : Failure(404, [Problem.NotFound]);

    private static EmulatedResponse Update(ApiCall call)
    {
        DocumentTable table = Table(call.Tables, call.AccountId);
        if (table.Find(call.Route["id"]) is not StoredDocument current)
        {
            return Failure(404, [Problem.NotFound]);
        }

        (StoredDocument? gateway, IReadOnlyList<Problem> problems) = GatewayBody.ReadUpdate(call.Request.Body, current, call.Now, call.Behaviour);
        if (gateway is null)
        {
            return Failure(400, problems);
        }

        table.Put(gateway);
        return Success(gateway);
    }

    private EmulatedResponse Delete(ApiCall call)
    {
        DocumentTable table = Table(call.Tables, call.AccountId);
        if (table.Find(call.Route["id"]) is not StoredDocument gateway)
        {
            return Failure(404, [Problem.NotFound]);
        }

        table.Remove(gateway.Id);
        call.Tables.DropScope(Scope(call.AccountId, gateway.Id));
        services.Logs.Drop(call.AccountId, gateway.Id);
        return Success(gateway);
    }

    private static List<StoredDocument> Search(IReadOnlyList<StoredDocument> gateways, string text)
    {
        var found = new List<StoredDocument>();
        foreach (StoredDocument gateway in gateways)
        {
            if (gateway.Id.Contains(text, StringComparison.OrdinalIgnoreCase))
            {
                found.Add(gateway);
            }
        }

        return found;
    }

    private static EmulatedResponse Success(StoredDocument gateway) => Envelope.Item(EnvelopeFamily.AiGateway, gateway.Json);

    private static EmulatedResponse Failure(int status, IReadOnlyList<Problem> problems) => Envelope.Failure(EnvelopeFamily.AiGateway, status, problems);
}
