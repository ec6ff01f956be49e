namespace CloudflareAiGateway;

/// <summary>Something that is wrong with a route's graph, or likely to be.</summary>
public sealed class AiGatewayRouteFinding
{
    /// <summary>Whether the graph cannot work as it is, or only looks as if something else was meant.</summary>
    public RouteFindingSeverity Severity { get; init; }

    /// <summary>The id of the element; empty when the graph as a whole is meant.</summary>
    public string Element { get; init; } = string.Empty;

    /// <summary>The rule that the graph breaks.</summary>
    public RouteRule Rule { get; init; }

    /// <summary>What is wrong.</summary>
    public string Message { get; init; } = string.Empty;

    /// <summary>What to do about it.</summary>
    public string Advice { get; init; } = string.Empty;

    /// <summary>The route's name, when the graph was one of a route.</summary>
    public string? RouteName { get; init; }

    /// <summary>The route's gateway, when the graph was one of a route.</summary>
    public string? GatewayId { get; init; }

    /// <summary>The finding in one line.</summary>
    /// <returns>Such as <c>split (ShareSum): The shares make 90 %. …</c>.</returns>
    public override string ToString() =>
        (Element.Length == 0 ? $"{Rule}: {Message} {Advice}" : $"{Element} ({Rule}): {Message} {Advice}").TrimEnd();

    /// <summary>The same finding, of a route.</summary>
    internal AiGatewayRouteFinding For(string? route, string? gateway) => new()
    {
        Severity = Severity,
        Element = Element,
        Rule = Rule,
        Message = Message,
        Advice = Advice,
        RouteName = route,
        GatewayId = gateway,
    };
}
