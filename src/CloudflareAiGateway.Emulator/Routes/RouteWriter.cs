using System.Collections.Generic;
using System.Text.Json.Nodes;

namespace CloudflareAiGateway.Emulator;

/// <summary>Gives routes, versions and deployments the shape of an answer: the documented one, or the one that was seen live.</summary>
internal sealed class RouteWriter(RouteTable table, ApiCall call)
{
    private bool Drifts => call.Behaviour.RouteDrift;

    /// <summary>A route with what is deployed.</summary>
    /// <param name="route">The route.</param>
    /// <param name="inList">Whether it is one of many: live lists leave the graph out.</param>
    public JsonObject Full(StoredDocument route, bool inList)
    {
        StoredDocument deployment = table.CurrentDeployment(route.Id)!;
        StoredDocument version = table.FindVersion(route.Id, RouteTable.Text(deployment, "version_id"))!;
        JsonObject answer = Brief(route, version);
        if (Drifts)
        {
            answer.Remove("elements");
        }

        answer["deployment"] = Deployment(deployment);
        answer["version"] = Version(version, withData: !(Drifts && inList));
        return answer;
    }

    /// <summary>The same as it stands in lists and in the answer to a rename, with the account.</summary>
    public JsonObject Tagged(StoredDocument route, bool inList)
    {
        JsonObject answer = Full(route, inList);
        answer["account_tag"] = call.AccountId;
        return answer;
    }

    /// <summary>A route with a graph, and nothing of versions.</summary>
    public JsonObject Brief(StoredDocument route, StoredDocument version)
    {
        JsonObject answer = Parse(table.Find(route.Id) ?? route);
        return new JsonObject
        {
            ["id"] = Take(answer, "id"),
            ["name"] = Take(answer, "name"),
            ["gateway_id"] = call.Route["gateway_id"],
            ["created_at"] = Take(answer, "created_at"),
            ["modified_at"] = Take(answer, "modified_at"),
            ["elements"] = Elements(version),
        };
    }

    /// <summary>The answer to a new version: only live ones name it.</summary>
    public JsonObject Saved(StoredDocument route, StoredDocument version)
    {
        JsonObject answer = Brief(route, version);
        answer["version_id"] = version.Id;
        return answer;
    }

    /// <summary>A route as one of its versions has it.</summary>
    public JsonObject WithVersion(StoredDocument route, StoredDocument version)
    {
        JsonObject answer = Brief(route, version);
        foreach (KeyValuePair<string, JsonNode?> member in Version(version, withData: true))
        {
            answer[member.Key] = member.Value?.DeepClone();
        }

        if (Drifts)
        {
            answer.Remove("elements");
        }

        return answer;
    }

    /// <summary>A version.</summary>
    public JsonObject Version(StoredDocument version, bool withData)
    {
        JsonObject stored = Parse(version);
        bool active = RouteTable.Text(table.CurrentDeployment((string)stored["route_id"]!)!, "version_id") == version.Id;
        var answer = new JsonObject
        {
            ["version_id"] = version.Id,
            ["active"] = Drifts ? active : active ? "true" : "false",
            ["created_at"] = Take(stored, "created_at"),
        };
        if (withData)
        {
            answer["data"] = Drifts ? Elements(version) : Elements(version).ToJsonString();
        }

        answer["is_valid"] = Drifts ? ((bool)stored["is_valid"]! ? 1 : 0) : Take(stored, "is_valid");
        return answer;
    }

    /// <summary>A deployment.</summary>
    public static JsonObject Deployment(StoredDocument deployment)
    {
        JsonObject answer = Parse(deployment);
        answer.Remove("route_id");
        return answer;
    }

    /// <summary>The graph; with drift with members that nobody sent, in another order.</summary>
    private JsonArray Elements(StoredDocument version)
    {
        JsonArray elements = Parse(version)["elements"]!.AsArray();
        if (!Drifts)
        {
            return (JsonArray)elements.DeepClone();
        }

        var drifted = new JsonArray();
        foreach (JsonNode? element in elements)
        {
            JsonObject copy = element!.DeepClone().AsObject();
            JsonNode id = Take(copy, "id")!;
            copy.TryAdd("properties", new JsonObject());
            copy["enabled"] = true;
            copy["id"] = id;
            drifted.Insert(0, copy);
        }

        return drifted;
    }

    private static JsonObject Parse(StoredDocument document) => JsonNode.Parse(document.Json.Span)!.AsObject();

    private static JsonNode? Take(JsonObject document, string member)
    {
        JsonNode? value = document[member];
        document.Remove(member);
        return value;
    }
}
