using System;
using System.Collections.Generic;
using System.Linq;

namespace CloudflareAiGateway;

/// <summary>Where the paths of a graph lead: nowhere, in circles, or past an element.</summary>
internal sealed class RoutePathCheck
{
    private readonly Dictionary<string, AiGatewayRouteElement> _byId = new(StringComparer.Ordinal);
    private readonly HashSet<string> _done = new(StringComparer.Ordinal);
    private readonly List<string> _path = new();
    private readonly HashSet<string> _onPath = new(StringComparer.Ordinal);
    private readonly RouteFindings _findings;

    private RoutePathCheck(IReadOnlyList<AiGatewayRouteElement> elements, RouteFindings findings)
    {
        _findings = findings;
        foreach (AiGatewayRouteElement element in elements)
        {
            if (!_byId.ContainsKey(element.Id))
            {
                _byId.Add(element.Id, element);
            }
        }
    }

    /// <summary>Checks the paths of a graph.</summary>
    public static void Run(IReadOnlyList<AiGatewayRouteElement> elements, RouteFindings findings)
    {
        var check = new RoutePathCheck(elements, findings);
        check.CheckReferences(elements);
        AiGatewayRouteElement[] starts = elements.Where(e => e.Type == RouteElementType.Start.Name).ToArray();
        foreach (AiGatewayRouteElement start in starts)
        {
            check.Walk(start.Id);
        }

        if (starts.Length > 0)
        {
            check.CheckReached(elements);
        }

        // Circles that no start leads to are circles all the same.
        foreach (AiGatewayRouteElement element in elements)
        {
            check.Walk(element.Id);
        }
    }

    private void CheckReferences(IReadOnlyList<AiGatewayRouteElement> elements)
    {
        foreach (AiGatewayRouteElement element in elements)
        {
            foreach (KeyValuePair<string, string> output in RouteOutputs.Of(element))
            {
                if (_byId.ContainsKey(output.Value) && output.Value.Length > 0)
                {
                    continue;
                }

                string nearest = NearestName.Find(output.Value, _byId.Keys) is { } id ? $"Did you mean '{id}'? " : string.Empty;
                _findings.Error(
                    element.Id,
                    RouteRule.UnknownReference,
                    output.Value.Length == 0 ? $"The output '{output.Key}' does not say to which element it leads." : $"The output '{output.Key}' leads to '{output.Value}', which is not there.",
                    $"{nearest}Elements are {string.Join(", ", _byId.Keys.Where(k => k.Length > 0))}.");
            }
        }
    }

    private void CheckReached(IReadOnlyList<AiGatewayRouteElement> elements)
    {
        foreach (AiGatewayRouteElement element in elements.Where(e => !_done.Contains(e.Id)))
        {
            _findings.Warning(element.Id, RouteRule.Unreachable, "No path from the start leads here.", "Let an output lead to it, or take it away.");
        }
    }

    /// <summary>Walks all paths from an element once. By hand instead of by recursion: a graph may be a chain of any length.</summary>
    private void Walk(string from)
    {
        if (!_byId.ContainsKey(from) || _done.Contains(from))
        {
            return;
        }

        var pending = new Stack<IEnumerator<string>>();
        Enter(from, pending);
        while (pending.Count > 0)
        {
            if (!pending.Peek().MoveNext())
            {
                pending.Pop();
                _done.Add(_path[_path.Count - 1]);
                _onPath.Remove(_path[_path.Count - 1]);
                _path.RemoveAt(_path.Count - 1);
                continue;
            }

            string next = pending.Peek().Current;
            if (_onPath.Contains(next))
            {
                Circle(_path.Skip(_path.IndexOf(next)).ToArray());
            }
            else if (_byId.ContainsKey(next) && !_done.Contains(next))
            {
                Enter(next, pending);
            }
        }
    }

    private void Enter(string id, Stack<IEnumerator<string>> pending)
    {
        _path.Add(id);
        _onPath.Add(id);
        pending.Push(RouteOutputs.Of(_byId[id]).Select(o => o.Value).Distinct().GetEnumerator());
    }

    private void Circle(string[] ids) =>
        _findings.Error(
            ids[0],
            RouteRule.Cycle,
            ids.Length == 1 ? "The element leads to itself." : $"The path {string.Join(" → ", ids.Concat(new[] { ids[0] }))} never ends.",
            $"Let '{ids[ids.Length - 1]}' lead onward, in the end to the element of type end.");
}
