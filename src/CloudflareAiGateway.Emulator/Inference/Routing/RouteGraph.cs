using System;
using System.Collections.Generic;
using System.Text.Json;

namespace CloudflareAiGateway.Emulator;

/// <summary>A dynamic route: elements that lead to each other.</summary>
internal sealed class RouteGraph
{
    private readonly Dictionary<string, JsonElement> _elements = new(StringComparer.Ordinal);

    /// <summary>Reads a route.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="elements">Its elements as a JSON array.</param>
    public RouteGraph(string name, ReadOnlyMemory<byte> elements)
    {
        Name = name;
        foreach (JsonElement element in (JsonReading.TryParse(elements) ?? default).Items())
        {
            if (element.Text("id") is string id)
            {
                _elements[id] = element;
                Start = element.Text("type") == "start" ? id : Start;
            }
        }
    }

    public string Name { get; }

    /// <summary>The id of the first element; empty when the route has none.</summary>
    public string Start { get; } = string.Empty;

    public int Count => _elements.Count;

    /// <summary>An element; undefined when there is none of that id.</summary>
    public JsonElement Find(string id) => _elements.TryGetValue(id, out JsonElement element) ? element : default;

    /// <summary>The id of the element behind an output; empty when it leads nowhere.</summary>
    public static string Next(JsonElement element, string output) => element.Member("outputs").Member(output).Text("elementId") ?? string.Empty;
}
