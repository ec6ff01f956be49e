using System;
using System.Collections;
using System.Collections.Generic;
using System.Collections.Specialized;
using System.Globalization;

namespace CloudflareAiGateway;

/// <summary>The outputs of an element: read from every form, and listed.</summary>
internal static class RouteOutputs
{
    /// <summary>The output of a split that older descriptions have: it gets what the shares leave.</summary>
    public const string Else = "else";

    private static readonly string[] s_names = { "next", "true", "false", "success", "fallback", Else };

    /// <summary>The names of an element's outputs and the ids that they lead to.</summary>
    public static IEnumerable<KeyValuePair<string, string>> Of(AiGatewayRouteElement element)
    {
        foreach (DictionaryEntry output in element.Outputs ?? new Hashtable())
        {
            if (output.Value is not null)
            {
                yield return new KeyValuePair<string, string>(NameOf(output.Key), Target(output.Value, null));
            }
        }
    }

    /// <summary>Reads a document's outputs into an element.</summary>
    /// <param name="document">Name to <c>{ elementId }</c> or to a bare id.</param>
    /// <param name="element">The element, whose type is known already.</param>
    /// <param name="rest">Takes other members of single outputs.</param>
    public static void Read(IDictionary document, AiGatewayRouteElement element, IDictionary rest)
    {
        var outputs = new OrderedDictionary(StringComparer.OrdinalIgnoreCase);
        foreach (DictionaryEntry output in document)
        {
            if (output.Value is null)
            {
                continue;
            }

            string name = NameOf(output.Key);
            name = element.Type == RouteElementType.Percentage.Name ? RouteShare.Normalize(name, document) : name;
            var others = new OrderedDictionary();
            outputs[name] = Target(output.Value, others);
            if (others.Count > 0)
            {
                rest[name] = others;
            }
        }

        if (element.Type == RouteElementType.Percentage.Name)
        {
            RouteShare.ReplaceElse(outputs);
        }

        element.Outputs = outputs;
    }

    private static string NameOf(object key)
    {
        string name = Convert.ToString(key, CultureInfo.InvariantCulture)!.Trim();
        return Array.Find(s_names, known => string.Equals(known, name, StringComparison.OrdinalIgnoreCase)) ?? name;
    }

    private static string Target(object value, OrderedDictionary? others)
    {
        if (value is not IDictionary members)
        {
            return Convert.ToString(value, CultureInfo.InvariantCulture)!.Trim();
        }

        string target = string.Empty;
        foreach (DictionaryEntry member in members)
        {
            if (RouteElementMembers.Plain(member.Key.ToString()!) == "elementid")
            {
                target = Convert.ToString(member.Value, CultureInfo.InvariantCulture)!.Trim();
            }
            else if (others is not null)
            {
                others[member.Key] = member.Value;
            }
        }

        return target;
    }
}
