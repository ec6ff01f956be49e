using System.Collections;
using System.Collections.Generic;
using System.Collections.Specialized;

namespace CloudflareAiGateway;

/// <summary>Copies elements, so that a graph that is worked on shares nothing with the user's objects.</summary>
internal static class RouteElementCopy
{
    /// <summary>An element as a document that <see cref="RouteElementReader"/> reads back to the same element.</summary>
    public static IDictionary Of(AiGatewayRouteElement element)
    {
        var document = new OrderedDictionary { ["id"] = element.Id, ["type"] = element.Type };
        foreach (DictionaryEntry property in RouteElementMembers.Written(element))
        {
            document[property.Key] = Value(property.Value);
        }

        document["outputs"] = Document(element.Outputs ?? new OrderedDictionary());
        document["additionalProperties"] = Document(element.AdditionalProperties ?? new OrderedDictionary());
        return document;
    }

    /// <summary>Copies a document and all that is in it.</summary>
    public static OrderedDictionary Document(IDictionary document)
    {
        var copy = new OrderedDictionary();
        foreach (DictionaryEntry member in document)
        {
            copy[member.Key] = Value(member.Value);
        }

        return copy;
    }

    private static object? Value(object? value)
    {
        switch (value)
        {
            case IDictionary document:
                return Document(document);
            case string or null:
                return value;
            case IEnumerable list:
                var items = new List<object?>();
                foreach (object? item in list)
                {
                    items.Add(Value(item));
                }

                return items.ToArray();
            default:
                return value;
        }
    }
}
