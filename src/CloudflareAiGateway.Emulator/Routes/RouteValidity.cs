using System.Collections.Generic;
using System.Text.Json.Nodes;

namespace CloudflareAiGateway.Emulator;

/// <summary>What <c>is_valid</c> of a version says: one start, an end, unique ids, and outputs that lead somewhere. What the service checks is not documented.</summary>
internal static class RouteValidity
{
    public static bool Holds(JsonArray elements)
    {
        var ids = new HashSet<string>();
        int starts = 0;
        int ends = 0;
        foreach (JsonNode? element in elements)
        {
            if (!ids.Add((string)element!["id"]!))
            {
                return false;
            }

            starts += (string)element["type"]! == "start" ? 1 : 0;
            ends += (string)element["type"]! == "end" ? 1 : 0;
        }

        if (starts != 1 || ends == 0)
        {
            return false;
        }

        foreach (JsonNode? element in elements)
        {
            foreach (KeyValuePair<string, JsonNode?> output in element!["outputs"]!.AsObject())
            {
                if (!ids.Contains((string)output.Value!["elementId"]!))
                {
                    return false;
                }
            }
        }

        return true;
    }
}
