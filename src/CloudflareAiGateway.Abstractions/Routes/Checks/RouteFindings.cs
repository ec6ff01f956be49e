using System.Collections.Generic;
using System.Linq;

namespace CloudflareAiGateway;

/// <summary>Collects findings.</summary>
internal sealed class RouteFindings
{
    private readonly List<AiGatewayRouteFinding> _findings = new();

    /// <summary>Adds what makes the graph unusable.</summary>
    public void Error(string element, RouteRule rule, string message, string advice) =>
        Add(RouteFindingSeverity.Error, element, rule, message, advice);

    /// <summary>Adds what looks as if something else was meant.</summary>
    public void Warning(string element, RouteRule rule, string message, string advice) =>
        Add(RouteFindingSeverity.Warning, element, rule, message, advice);

    /// <summary>The findings: first those about the graph as a whole, then those of each element.</summary>
    public IReadOnlyList<AiGatewayRouteFinding> InOrderOf(IReadOnlyList<AiGatewayRouteElement> elements)
    {
        var places = new Dictionary<string, int>(System.StringComparer.Ordinal);
        for (int i = elements.Count - 1; i >= 0; i--)
        {
            places[elements[i].Id] = i;
        }

        return _findings.OrderBy(f => f.Element.Length == 0 ? -1 : places[f.Element]).ToArray();
    }

    /// <summary>The findings as they came.</summary>
    public IReadOnlyList<AiGatewayRouteFinding> All => _findings;

    private void Add(RouteFindingSeverity severity, string element, RouteRule rule, string message, string advice) =>
        _findings.Add(new AiGatewayRouteFinding { Severity = severity, Element = element, Rule = rule, Message = message, Advice = advice });
}
