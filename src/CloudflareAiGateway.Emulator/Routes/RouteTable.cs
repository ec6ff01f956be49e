using System;
using System.Collections.Generic;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace CloudflareAiGateway.Emulator;

/// <summary>
/// The routes of a gateway with their versions and deployments, all in the gateway's scope. What is stored is in the documented form;
/// <see cref="RouteWriter"/> gives it the shape of an answer.
/// </summary>
internal sealed class RouteTable
{
    private readonly DocumentTable _routes;
    private readonly DocumentTable _versions;
    private readonly DocumentTable _deployments;

    private RouteTable(StateTables tables, string scope)
    {
        _routes = tables.Table("routes", scope);
        _versions = tables.Table("route-versions", scope);
        _deployments = tables.Table("route-deployments", scope);
    }

    /// <summary>All routes, the newest first.</summary>
    public IReadOnlyList<StoredDocument> Routes => Reversed(_routes.InOrder, null);

    /// <summary>The routes of a gateway.</summary>
    public static RouteTable Of(StateTables tables, string accountId, string gatewayId) => new(tables, GatewayEndpoints.Scope(accountId, gatewayId));

    /// <summary>Finds what a call of the model <c>dynamic/{name}</c> runs: the deployed graph of the route of that name.</summary>
    /// <returns>Null when the gateway has no such route.</returns>
    public static DeployedRoute? FindDeployed(StateTables tables, string accountId, string gatewayId, string name)
    {
        RouteTable table = Of(tables, accountId, gatewayId);
        return table.FindByName(name) is StoredDocument route && table.CurrentDeployment(route.Id) is StoredDocument deployment
            ? DeployedRoute.Read(route.Id, name, table._versions.Find(Text(deployment, "version_id"))!)
            : null;
    }

    /// <summary>A route by its id.</summary>
    public StoredDocument? Find(string routeId) => _routes.Find(routeId);

    /// <summary>A route by its name.</summary>
    public StoredDocument? FindByName(string name)
    {
        foreach (StoredDocument route in _routes.InOrder)
        {
            if (Text(route, "name") == name)
            {
                return route;
            }
        }

        return null;
    }

    /// <summary>A version, when it is one of that route.</summary>
    public StoredDocument? FindVersion(string routeId, string versionId) =>
        _versions.Find(versionId) is StoredDocument version && Text(version, "route_id") == routeId ? version : null;

    /// <summary>The versions of a route, the newest first.</summary>
    public IReadOnlyList<StoredDocument> Versions(string routeId) => Reversed(_versions.InOrder, routeId);

    /// <summary>The deployments of a route, the newest first.</summary>
    public IReadOnlyList<StoredDocument> Deployments(string routeId) => Reversed(_deployments.InOrder, routeId);

    /// <summary>The deployment that counts.</summary>
    public StoredDocument? CurrentDeployment(string routeId) => Deployments(routeId) is [StoredDocument newest, ..] ? newest : null;

    /// <summary>Adds a route, whose graph is deployed at once.</summary>
    public StoredDocument Add(string name, JsonArray elements, DateTimeOffset now)
    {
        string id = RouteId.Next(_routes, now);
        StoredDocument route = Put(_routes, id, now, new JsonObject { ["id"] = id, ["name"] = name, ["created_at"] = Timestamp.Format(now), ["modified_at"] = Timestamp.Format(now) });
        Deploy(route, AddVersion(route, elements, now), now);
        return route;
    }

    /// <summary>Saves a version.</summary>
    public StoredDocument AddVersion(StoredDocument route, JsonArray elements, DateTimeOffset now)
    {
        string id = RouteId.Next(_versions, now);
        return Put(_versions, id, now, new JsonObject
        {
            ["version_id"] = id,
            ["route_id"] = route.Id,
            ["created_at"] = Timestamp.Format(now),
            ["elements"] = elements.DeepClone(),
            ["is_valid"] = RouteValidity.Holds(elements),
        });
    }

    /// <summary>Deploys a version, which changes the route.</summary>
    public void Deploy(StoredDocument route, StoredDocument version, DateTimeOffset now)
    {
        string id = RouteId.Next(_deployments, now);
        Put(_deployments, id, now, new JsonObject
        {
            ["deployment_id"] = id,
            ["route_id"] = route.Id,
            ["version_id"] = version.Id,
            ["created_at"] = Timestamp.Format(now),
        });
        Change(route, "modified_at", Timestamp.Format(now));
    }

    /// <summary>Renames a route.</summary>
    public StoredDocument Rename(StoredDocument route, string name, DateTimeOffset now) =>
        Change(Change(route, "name", name), "modified_at", Timestamp.Format(now));

    /// <summary>Removes a route with all that belongs to it.</summary>
    public void Remove(string routeId)
    {
        foreach (StoredDocument version in Versions(routeId))
        {
            _versions.Remove(version.Id);
        }

        foreach (StoredDocument deployment in Deployments(routeId))
        {
            _deployments.Remove(deployment.Id);
        }

        _routes.Remove(routeId);
    }

    /// <summary>A text member of a document.</summary>
    public static string Text(StoredDocument document, string member)
    {
        using JsonDocument json = JsonDocument.Parse(document.Json);
        return json.RootElement.GetProperty(member).GetString()!;
    }

    private static StoredDocument Put(DocumentTable table, string id, DateTimeOffset createdAt, JsonObject document)
    {
        var stored = new StoredDocument(id, createdAt, JsonBody.Write(document, static (writer, node) => node.WriteTo(writer)));
        table.Put(stored);
        return stored;
    }

    private static List<StoredDocument> Reversed(IReadOnlyList<StoredDocument> documents, string? routeId)
    {
        var found = new List<StoredDocument>();
        for (int i = documents.Count - 1; i >= 0; i--)
        {
            if (routeId is null || Text(documents[i], "route_id") == routeId)
            {
                found.Add(documents[i]);
            }
        }

        return found;
    }

    private StoredDocument Change(StoredDocument route, string member, string value)
    {
        JsonObject document = JsonNode.Parse(_routes.Find(route.Id)!.Json.Span)!.AsObject();
        document[member] = value;
        return Put(_routes, route.Id, route.CreatedAt, document);
    }
}
