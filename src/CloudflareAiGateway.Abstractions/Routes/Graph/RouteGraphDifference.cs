using System;
using System.Collections;
using System.Collections.Generic;
using System.Collections.Specialized;
using System.Globalization;
using System.Linq;

namespace CloudflareAiGateway;

/// <summary>
/// Finds how two graphs differ: elements that come or go, and members that change. Elements are matched by id; neither their order nor
/// that of members means anything.
/// </summary>
internal static class RouteGraphDifference
{
    private const string Nothing = "(none)";

    /// <summary>Compares two graphs.</summary>
    /// <param name="old">The graph as it is.</param>
    /// <param name="wanted">The graph as it should be.</param>
    public static IReadOnlyList<GatewayDifference> Find(IReadOnlyList<AiGatewayRouteElement> old, IReadOnlyList<AiGatewayRouteElement> wanted)
    {
        var found = new List<GatewayDifference>();
        Dictionary<string, AiGatewayRouteElement> before = ById(old);
        Dictionary<string, AiGatewayRouteElement> after = ById(wanted);
        foreach (KeyValuePair<string, AiGatewayRouteElement> element in after)
        {
            if (before.TryGetValue(element.Key, out AiGatewayRouteElement? present))
            {
                Compare(element.Key, present, element.Value, found);
            }
            else
            {
                found.Add(new GatewayDifference(element.Key, Nothing, RouteElementText.Whole(element.Value)));
            }
        }

        foreach (KeyValuePair<string, AiGatewayRouteElement> element in before)
        {
            if (!after.ContainsKey(element.Key))
            {
                found.Add(new GatewayDifference(element.Key, RouteElementText.Whole(element.Value), Nothing));
            }
        }

        return found;
    }

    /// <summary>Ids that come twice, which a forced graph may have, are told apart by their place.</summary>
    private static Dictionary<string, AiGatewayRouteElement> ById(IReadOnlyList<AiGatewayRouteElement> elements)
    {
        var byId = new Dictionary<string, AiGatewayRouteElement>(StringComparer.Ordinal);
        foreach (AiGatewayRouteElement element in elements)
        {
            string id = element.Id;
            for (int i = 2; byId.ContainsKey(id); i++)
            {
                id = string.Format(CultureInfo.InvariantCulture, "{0} ({1})", element.Id, i);
            }

            byId.Add(id, element);
        }

        return byId;
    }

    private static void Compare(string id, AiGatewayRouteElement old, AiGatewayRouteElement wanted, List<GatewayDifference> found)
    {
        // Written, so that what writing leaves out or fills in cannot count.
        IDictionary before = RouteElementWriter.Write(old);
        IDictionary after = RouteElementWriter.Write(wanted);
        foreach (string name in Names(before, after))
        {
            object? left = before.Contains(name) ? before[name] : null;
            object? right = after.Contains(name) ? after[name] : null;
            if (PlainComparison.AreSame(left, right))
            {
                continue;
            }

            if (name == "outputs" && old.Type == RouteElementType.Percentage.Name && wanted.Type == old.Type)
            {
                // Shares are names: a changed one would read as one output less and one more.
                found.Add(new GatewayDifference($"{id}.Outputs", Shares(old), Shares(wanted)));
            }
            else if (name is "properties" or "outputs" && left is IDictionary or null && right is IDictionary or null)
            {
                CompareMembers(id, isOutputs: name == "outputs", left as IDictionary, right as IDictionary, found);
            }
            else
            {
                found.Add(new GatewayDifference($"{id}.{Shown(name)}", Text(left), Text(right)));
            }
        }
    }

    private static void CompareMembers(string id, bool isOutputs, IDictionary? old, IDictionary? wanted, List<GatewayDifference> found)
    {
        foreach (string name in Names(old, wanted))
        {
            object? left = old?.Contains(name) == true ? old[name] : null;
            object? right = wanted?.Contains(name) == true ? wanted[name] : null;
            if (!PlainComparison.AreSame(left, right))
            {
                found.Add(new GatewayDifference(isOutputs ? $"{id}.Outputs.{name}" : $"{id}.{Shown(name)}", Text(left), Text(right)));
            }
        }
    }

    private static string Shares(AiGatewayRouteElement split) =>
        string.Join(", ", RouteOutputs.Of(split).Select(o => $"{o.Key} {o.Value}"));

    private static List<string> Names(IDictionary? first, IDictionary? second)
    {
        var names = new List<string>();
        foreach (IDictionary? document in new[] { first, second })
        {
            foreach (object name in document?.Keys ?? Array.Empty<object>())
            {
                string text = Convert.ToString(name, CultureInfo.InvariantCulture)!;
                if (!names.Contains(text))
                {
                    names.Add(text);
                }
            }
        }

        return names;
    }

    private static string Text(object? value) => value switch
    {
        null => Nothing,
        string text => text,
        RouteLimitType type => type.ToString(),
        IDictionary edge when edge.Contains("elementId") => Edge(edge),
        IDictionary condition => RouteConditionText.Of(condition),
        _ => RouteConditionText.Value(value),
    };

    private static string Edge(IDictionary edge)
    {
        var others = new OrderedDictionary();
        foreach (DictionaryEntry member in edge)
        {
            if (!Equals(member.Key, "elementId"))
            {
                others[member.Key] = member.Value;
            }
        }

        return others.Count == 0 ? $"{edge["elementId"]}" : $"{edge["elementId"]} {RouteConditionText.Value(others)}";
    }

    /// <summary>As the property is called: <c>limitType</c> → <c>LimitType</c>.</summary>
    private static string Shown(string name) => name.Length == 0 ? name : char.ToUpperInvariant(name[0]) + name.Substring(1);
}
