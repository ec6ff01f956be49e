using System;
using System.Collections;
using System.Collections.Generic;
using System.Collections.Specialized;
using System.Globalization;

namespace CloudflareAiGateway;

/// <summary>
/// Reads elements from documents of plain values: the API's own, in its current and its older forms, and what people write by hand, with
/// properties beside the id instead of below <c>properties</c>, and bare ids as outputs. What is read is in the current form.
/// </summary>
internal static class RouteElementReader
{
    private const string Properties = "properties";
    private const string Outputs = "outputs";

    /// <summary>Reads the elements of a list.</summary>
    /// <returns>The elements, without items that are no objects; null when there is no list.</returns>
    public static AiGatewayRouteElement[]? ReadList(object? list)
    {
        if (list is not IEnumerable items || list is string or IDictionary)
        {
            return null;
        }

        var elements = new List<AiGatewayRouteElement>();
        foreach (object? item in items)
        {
            if (item is IDictionary document)
            {
                elements.Add(Read(document));
            }
        }

        return elements.ToArray();
    }

    /// <summary>Reads one element.</summary>
    public static AiGatewayRouteElement Read(IDictionary document)
    {
        var element = new AiGatewayRouteElement();
        var rest = new OrderedDictionary();
        var properties = new OrderedDictionary();
        IDictionary? outputs = null;
        foreach (DictionaryEntry member in document)
        {
            string name = Convert.ToString(member.Key, CultureInfo.InvariantCulture)!.Trim();
            switch (RouteElementMembers.Plain(name))
            {
                case "id":
                    element.Id = Text(member.Value);
                    break;
                case "type":
                    string type = Text(member.Value);
                    element.Type = RouteElementType.Find(type)?.Name ?? type;
                    break;
                case Properties when member.Value is IDictionary nested:
                    ReadProperties(nested, element, properties);
                    break;
                case Outputs when member.Value is IDictionary nested:
                    outputs = nested;
                    break;
                case Outputs or Properties when member.Value is null:
                    break;

                // An element of the module's own, come back from JSON or from another process.
                case "additionalproperties" when member.Value is IDictionary nested:
                    PlainMerge.Add(rest, nested);
                    break;
                default:
                    ReadFlat(name, member.Value, element, rest, properties);
                    break;
            }
        }

        ReadOutputs(outputs, element, rest);
        if (properties.Count > 0)
        {
            PlainMerge.Add(rest, new OrderedDictionary { [Properties] = properties });
        }

        element.AdditionalProperties = rest;
        return element;
    }

    private static void ReadProperties(IDictionary nested, AiGatewayRouteElement element, OrderedDictionary others)
    {
        foreach (DictionaryEntry member in nested)
        {
            string name = Convert.ToString(member.Key, CultureInfo.InvariantCulture)!.Trim();
            if (member.Value is null ? !RouteElementMembers.IsProperty(name) : !RouteElementMembers.TrySet(element, name, member.Value))
            {
                others[RouteElementMembers.Canonical(name)] = member.Value;
            }
        }
    }

    private static void ReadFlat(string name, object? value, AiGatewayRouteElement element, OrderedDictionary rest, OrderedDictionary properties)
    {
        if (!RouteElementMembers.IsProperty(name))
        {
            rest[name] = value;
        }
        else if (value is not null && !RouteElementMembers.TrySet(element, name, value))
        {
            properties[RouteElementMembers.Canonical(name)] = value;
        }
    }

    private static void ReadOutputs(IDictionary? outputs, AiGatewayRouteElement element, OrderedDictionary rest)
    {
        var others = new OrderedDictionary();
        if (outputs is not null)
        {
            RouteOutputs.Read(outputs, element, others);
        }

        if (others.Count > 0)
        {
            PlainMerge.Add(rest, new OrderedDictionary { [Outputs] = others });
        }
    }

    private static string Text(object? value) => (Convert.ToString(value, CultureInfo.InvariantCulture) ?? string.Empty).Trim();
}
