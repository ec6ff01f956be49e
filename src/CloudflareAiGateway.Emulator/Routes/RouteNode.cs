using System.Collections.Generic;
using System.Text.Json;

namespace CloudflareAiGateway.Emulator;

/// <summary>One element of a deployed graph.</summary>
/// <param name="Id">The element's id.</param>
/// <param name="Type"><c>start</c>, <c>conditional</c>, <c>percentage</c>, <c>rate</c>, <c>model</c> or <c>end</c>.</param>
/// <param name="Properties">The properties; undefined when the element has none. A copy: it outlives the tables' turn.</param>
/// <param name="Outputs">Output name to element id, in the document's order; the names of a percentage's outputs are shares such as <c>10%</c>.</param>
internal sealed record RouteNode(string Id, string Type, JsonElement Properties, IReadOnlyList<KeyValuePair<string, string>> Outputs)
{
    /// <summary>Reads an element as it is stored.</summary>
    public static RouteNode Read(JsonElement element)
    {
        var outputs = new List<KeyValuePair<string, string>>();
        foreach (JsonProperty output in element.GetProperty("outputs").EnumerateObject())
        {
            outputs.Add(new(output.Name, output.Value.GetProperty("elementId").GetString()!));
        }

        return new RouteNode(
            element.GetProperty("id").GetString()!,
            element.GetProperty("type").GetString()!,
            element.TryGetProperty("properties", out JsonElement properties) ? properties.Clone() : default,
            outputs);
    }
}
