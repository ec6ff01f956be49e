using System;
using System.Collections.Generic;
using System.Text.Json;

namespace CloudflareAiGateway.Emulator;

/// <summary>A dynamic route: elements that lead to each other.</summary>
internal sealed class RouteGraph
{
    private readonly Dictionary<string, RouteElement> _elements = new(StringComparer.Ordinal);

    /// <summary>Makes a graph.</summary>
    /// <param name="name">The route's name.</param>
    /// <param name="elements">Its elements; of two with the same id the first counts.</param>
    public RouteGraph(string name, IEnumerable<RouteElement> elements)
    {
        Name = name;
        foreach (RouteElement element in elements)
        {
            if (_elements.TryAdd(element.Id, element) && element.Type == "start")
            {
                Start ??= element;
            }
        }
    }

    public string Name { get; }

    /// <summary>Where to begin; null when there is no start.</summary>
    public RouteElement? Start { get; }

    public int Count => _elements.Count;

    /// <summary>Reads a graph as the API takes it; what is no element is passed over.</summary>
    public static RouteGraph Read(string name, JsonElement elements)
    {
        var read = new List<RouteElement>();
        foreach (JsonElement element in elements.Items())
        {
            if (element.Text("id") is string id && element.Text("type") is string type)
            {
                var outputs = new List<KeyValuePair<string, string>>();
                foreach (JsonProperty output in element.Member("outputs").Members())
                {
                    outputs.Add(new(output.Name, output.Value.Text("elementId") ?? string.Empty));
                }

                read.Add(new RouteElement(id, type, element.Member("properties"), outputs));
            }
        }

        return new RouteGraph(name, read);
    }

    /// <summary>The element behind an output; null when it leads nowhere.</summary>
    public RouteElement? Follow(RouteElement element, string output)
    {
        foreach (KeyValuePair<string, string> candidate in element.Outputs)
        {
            if (candidate.Key == output)
            {
                return _elements.TryGetValue(candidate.Value, out RouteElement? next) ? next : null;
            }
        }

        return null;
    }
}
