using System.Collections;
using System.Collections.Generic;
using System.Collections.Specialized;

namespace CloudflareAiGateway;

/// <summary>Writes elements as documents of plain values, in the API's current form.</summary>
internal static class RouteElementWriter
{
    /// <summary>How often a model is tried again when its element does not say; the API demands a number.</summary>
    public const int DefaultRetries = 1;

    /// <summary>How long a model may take when its element does not say, in milliseconds; the API demands a number.</summary>
    public const int DefaultTimeout = 60_000;

    /// <summary>A member that older descriptions have; nothing reads it any more.</summary>
    public const string Outdated = "technique";

    /// <summary>Writes a graph.</summary>
    public static IReadOnlyList<IDictionary> Write(IEnumerable<AiGatewayRouteElement> elements)
    {
        var documents = new List<IDictionary>();
        foreach (AiGatewayRouteElement element in elements)
        {
            documents.Add(Write(element));
        }

        return documents;
    }

    /// <summary>Writes one element.</summary>
    public static IDictionary Write(AiGatewayRouteElement element)
    {
        var document = new OrderedDictionary { ["id"] = element.Id, ["type"] = element.Type };
        IDictionary rest = element.AdditionalProperties ?? new OrderedDictionary();
        OrderedDictionary properties = Properties(element, rest["properties"] as IDictionary);
        if (properties.Count > 0 || RouteElementType.Find(element.Type)?.Properties.Length > 0)
        {
            document["properties"] = properties;
        }

        document["outputs"] = Outputs(element, rest["outputs"] as IDictionary);
        foreach (DictionaryEntry member in rest)
        {
            // What is in these two was joined above, and what belongs to an output that is gone goes with it.
            bool wasJoined = member.Key is "properties" or "outputs" && member.Value is IDictionary;
            if (!wasJoined && !document.Contains(member.Key))
            {
                document[member.Key] = member.Value;
            }
        }

        return document;
    }

    private static OrderedDictionary Properties(AiGatewayRouteElement element, IDictionary? rest)
    {
        var properties = new OrderedDictionary();
        bool isModel = element.Type == RouteElementType.Model.Name;
        foreach (DictionaryEntry property in RouteElementMembers.Written(element))
        {
            object? value = property.Value ?? (property.Key switch
            {
                "retries" when isModel && rest?.Contains("retries") != true => DefaultRetries,
                "timeout" when isModel && rest?.Contains("timeout") != true => DefaultTimeout,
                _ => null,
            });
            if (value is not null)
            {
                properties[property.Key] = value is decimal number && number == decimal.Truncate(number) && number is < long.MaxValue and > long.MinValue ? (long)number : value;
            }
        }

        foreach (DictionaryEntry member in rest ?? new OrderedDictionary())
        {
            if (!properties.Contains(member.Key) && !(element.Type == RouteElementType.Rate.Name && Equals(member.Key, Outdated)))
            {
                properties[member.Key] = member.Value;
            }
        }

        return properties;
    }

    private static OrderedDictionary Outputs(AiGatewayRouteElement element, IDictionary? rest)
    {
        var outputs = new OrderedDictionary();
        foreach (KeyValuePair<string, string> output in RouteOutputs.Of(element))
        {
            var edge = new OrderedDictionary { ["elementId"] = output.Value };
            if (rest?[output.Key] is IDictionary others)
            {
                PlainMerge.Add(edge, others);
            }

            outputs[output.Key] = edge;
        }

        return outputs;
    }
}
