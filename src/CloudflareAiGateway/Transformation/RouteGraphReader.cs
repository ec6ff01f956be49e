using System;
using System.Collections;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Management.Automation;
using CloudflareAiGateway.Hosting;

namespace CloudflareAiGateway.Transformation;

/// <summary>
/// Makes a graph from whatever users have: elements, routes and versions, hashtables, objects from JSON, JSON text, lines of it. What comes
/// out shares nothing with what went in.
/// </summary>
internal static class RouteGraphReader
{
    private const string Elements = "elements";
    private const int DeepestNesting = 4;

    private const string Forms =
        "Give elements from New-AiGatewayRouteElement, hashtables such as @{ id = 'start'; type = 'start'; outputs = @{ next = 'end' } }, "
        + "a route from Get-AiGatewayRoute, or JSON text such as (Get-Content route.json -Raw).";

    // Where answers of the API, copied whole, have their content.
    private static readonly string[] s_wrappers = { "result", "route" };

    /// <summary>Reads a graph.</summary>
    /// <param name="value">What the user gave.</param>
    /// <param name="place">Where it stands, for messages.</param>
    /// <exception cref="ArgumentTransformationMetadataException">It is no graph; the message says where and why.</exception>
    public static AiGatewayRouteElement[] Read(object? value, string place)
    {
        var graph = new List<AiGatewayRouteElement>();
        Add(value, place, graph, 0);
        return graph.ToArray();
    }

    /// <summary>Whether an object is one element, not something that has elements.</summary>
    public static bool IsElement(object? value) => Unwrap(value) switch
    {
        AiGatewayRouteElement => true,
        IDictionary map => PlainMember.Of(map, "type") is not null && PlainMember.Of(map, Elements) is null,
        PSObject custom => custom.Properties["type"] is not null && custom.Properties[Elements] is null,
        _ => false,
    };

    /// <summary>Reads JSON text as plain values.</summary>
    /// <exception cref="AiGatewayException">It is not JSON; the message says where.</exception>
    public static object? ReadJson(string text) => ClientHost.Offline.Routes.ReadJson(text);

    private static void Add(object? value, string place, List<AiGatewayRouteElement> graph, int depth)
    {
        if (depth > DeepestNesting)
        {
            throw Refuse($"{place} is nested too deeply: a graph is a list of elements.");
        }

        switch (Unwrap(value))
        {
            case null:
                throw Refuse($"{place} is null: the command or variable that should have given a graph gave nothing.");
            case AiGatewayRouteElement element:
                graph.Add(RouteElementReader.Read((IDictionary)PlainValue.From(RouteElementCopy.Of(element))!));
                break;
            case AiGatewayRoute route:
                Add(route.Elements ?? throw NotRead($"Route '{route.Name}'", "Get-AiGatewayRoute -IncludeElement"), place, graph, depth + 1);
                break;
            case AiGatewayRouteVersion version:
                Add(version.Elements ?? throw NotRead($"Version '{version.VersionId}'", "Get-AiGatewayRouteVersion -IncludeElement"), place, graph, depth + 1);
                break;
            case string text:
                AddJson(text, place, graph);
                break;
            case IDictionary map:
                AddDocument((IDictionary)PlainValue.From(map)!, place, graph, isTyped: true);
                break;
            case PSObject custom:
                AddDocument((IDictionary)PlainValue.From(custom)!, place, graph, isTyped: false);
                break;
            case IEnumerable items:
                AddItems(items.Cast<object?>().ToArray(), place, graph, depth);
                break;
            case { } other:
                throw Refuse($"{place} is of type {other.GetType().Name}, not a graph. {Forms}");
        }
    }

    private static void AddItems(object?[] items, string place, List<AiGatewayRouteElement> graph, int depth)
    {
        // The lines of one text, as Get-Content gives them without -Raw.
        if (items.Length > 0 && Array.TrueForAll(items, i => Unwrap(i) is string))
        {
            AddJson(string.Join("\n", items.Select(Unwrap)), place, graph);
            return;
        }

        for (int i = 0; i < items.Length; i++)
        {
            Add(items[i], string.Format(CultureInfo.InvariantCulture, "{0}[{1}]", place, i), graph, depth + 1);
        }
    }

    private static void AddJson(string text, string place, List<AiGatewayRouteElement> graph)
    {
        if (text.TrimStart().Length == 0 || text.TrimStart()[0] is not ('[' or '{'))
        {
            throw Refuse($"{place} is text, but no JSON with a graph: '{(text.Length > 60 ? text.Substring(0, 60) + "…" : text)}'. The content of a file is (Get-Content route.json -Raw).");
        }

        object? content;
        try
        {
            content = ReadJson(text);
        }
        catch (AiGatewayException failure)
        {
            throw Refuse($"{place}: {failure.Message}");
        }

        if (content is IDictionary document)
        {
            AddDocument(document, place, graph, isTyped: false);
            return;
        }

        object?[] items = ((IEnumerable)content!).Cast<object?>().ToArray();
        for (int i = 0; i < items.Length; i++)
        {
            string at = string.Format(CultureInfo.InvariantCulture, "{0}[{1}]", place, i);
            AddDocument(items[i] as IDictionary ?? throw Refuse($"{at} is {RouteConditionText.Value(items[i])}, not an element."), at, graph, isTyped: false);
        }
    }

    private static void AddDocument(IDictionary document, string place, List<AiGatewayRouteElement> graph, bool isTyped)
    {
        foreach (string name in s_wrappers)
        {
            if (PlainMember.Of(document, Elements) is null && PlainMember.Of(document, "type") is null && PlainMember.Of(document, name) is IDictionary content)
            {
                AddDocument(content, place, graph, isTyped);
                return;
            }
        }

        if (PlainMember.Of(document, Elements) is IEnumerable list and not string)
        {
            object?[] items = list is IDictionary one ? new object?[] { one } : list.Cast<object?>().ToArray();
            for (int i = 0; i < items.Length; i++)
            {
                string at = string.Format(CultureInfo.InvariantCulture, "{0}[{1}]", place, i);
                AddDocument(Document(items[i], at), at, graph, isTyped);
            }

            return;
        }

        AiGatewayRouteElement element = RouteElementReader.Read(document);
        if (isTyped)
        {
            RouteElementKeys.Check(document, element, place);
        }

        graph.Add(element);
    }

    private static IDictionary Document(object? item, string place) => item switch
    {
        IDictionary document => document,
        AiGatewayRouteElement element => RouteElementCopy.Of(element),
        _ => throw Refuse($"{place} is {RouteConditionText.Value(item)}, not an element."),
    };

    private static object? Unwrap(object? value) => value is PSObject { BaseObject: not PSCustomObject } wrapped ? wrapped.BaseObject : value;

    private static ArgumentTransformationMetadataException NotRead(string what, string command) =>
        Refuse($"{what} came without its graph, as lists may give it. Read it with {command}, or by its name.");

    private static ArgumentTransformationMetadataException Refuse(string message) => new(message);
}
