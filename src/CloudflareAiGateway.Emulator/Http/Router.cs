using System;
using System.Collections.Generic;

namespace CloudflareAiGateway.Emulator;

/// <summary>Finds the endpoint for a path: a tree of segments in which a literal goes before a parameter.</summary>
internal sealed class Router
{
    private readonly Node _root = new();

    public void Add(Endpoint endpoint)
    {
        Node node = _root;
        foreach (string segment in endpoint.Template.Split('/', StringSplitOptions.RemoveEmptyEntries))
        {
            node = segment[0] == '{' ? node.Parameter ??= new Node() : node.Literal(segment);
        }

        node.Endpoints.Add(endpoint.Method, endpoint);
    }

    /// <summary>Matches a path below <c>/client/v4</c>.</summary>
    public RouteMatch Match(string method, string path)
    {
        string[] segments = path.Split('/');
        Node? node = _root;

        // The part before the first slash is empty. An empty segment elsewhere matches nothing, as with the service.
        for (int i = 1; i < segments.Length && node is not null; i++)
        {
            node = segments[i].Length == 0 ? null : node.Next(segments[i]);
        }

        if (node is null || node.Endpoints.Count == 0)
        {
            return RouteMatch.None;
        }

        return node.Endpoints.TryGetValue(method, out Endpoint? endpoint)
            ? new RouteMatch(endpoint, ReadValues(endpoint, segments), PathExists: true)
            : new RouteMatch(null, RouteMatch.NoValues, PathExists: true);
    }

    private static Dictionary<string, string> ReadValues(Endpoint endpoint, string[] segments)
    {
        var values = new Dictionary<string, string>(StringComparer.Ordinal);
        string[] names = endpoint.Template.Split('/');
        for (int i = 1; i < names.Length; i++)
        {
            if (names[i][0] == '{')
            {
                values[names[i].Trim('{', '}')] = Uri.UnescapeDataString(segments[i]);
            }
        }

        return values;
    }

    private sealed class Node
    {
        private readonly Dictionary<string, Node> _literals = new(StringComparer.Ordinal);

        public Node? Parameter { get; set; }

        public Dictionary<string, Endpoint> Endpoints { get; } = new(StringComparer.Ordinal);

        public Node Literal(string segment)
        {
            if (!_literals.TryGetValue(segment, out Node? node))
            {
                node = new Node();
                _literals.Add(segment, node);
            }

            return node;
        }

        public Node? Next(string segment) => _literals.TryGetValue(segment, out Node? node) ? node : Parameter;
    }
}
