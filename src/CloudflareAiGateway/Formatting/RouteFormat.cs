using System;
using System.ComponentModel;
using System.Globalization;
using System.Linq;

namespace CloudflareAiGateway.Formatting;

/// <summary>Short texts for the views of routes. Used by the format file; not meant for scripts.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class RouteFormat
{
    /// <summary>A graph in a few words.</summary>
    /// <param name="elements">The graph; null when it was not read.</param>
    /// <returns>Such as <c>7 elements, 3 models</c>, or <c>not read</c>.</returns>
    public static string Graph(AiGatewayRouteElement[]? elements)
    {
        if (elements is null)
        {
            return "not read";
        }

        int models = elements.Count(e => e.Type == RouteElementType.Model.Name);
        return string.Format(CultureInfo.CurrentCulture, "{0} elements, {1} model{2}", elements.Length, models, models == 1 ? string.Empty : "s");
    }

    /// <summary>A graph, an element a line.</summary>
    /// <param name="elements">The graph; null when it was not read.</param>
    /// <returns>Lines such as <c>mid: model openai gpt-4o-mini, success → end, fallback → cheap</c>.</returns>
    public static string Lines(AiGatewayRouteElement[]? elements) =>
        elements is null ? "not read" : string.Join(Environment.NewLine, elements.Select(e => $"{e.Id}: {RouteElementText.Whole(e)}"));

    /// <summary>What an element does, without its type.</summary>
    /// <param name="element">The element.</param>
    /// <returns>Such as <c>openai gpt-4o-mini</c>.</returns>
    public static string Does(AiGatewayRouteElement element) => RouteElementText.Properties(element);

    /// <summary>Where an element leads.</summary>
    /// <param name="element">The element.</param>
    /// <returns>Such as <c>success → end, fallback → cheap</c>.</returns>
    public static string Outputs(AiGatewayRouteElement element) => RouteElementText.Outputs(element);

    /// <summary>A condition as people read it.</summary>
    /// <param name="condition">The condition; null for none.</param>
    /// <returns>Such as <c>metadata.plan = 'free'</c>, or empty.</returns>
    public static string Condition(object? condition) => condition is null ? string.Empty : RouteConditionText.Of(condition);

    /// <summary>Whether the service holds a graph to be valid.</summary>
    /// <param name="valid">What it said; null when nothing.</param>
    /// <returns><c>yes</c>, <c>no</c>, or empty.</returns>
    public static string Valid(bool? valid) => valid is { } value ? value ? "yes" : "no" : string.Empty;

    /// <summary>A finding with what to do about it.</summary>
    /// <param name="finding">The finding.</param>
    /// <returns>Message and advice.</returns>
    public static string Text(AiGatewayRouteFinding finding) => $"{finding.Message} {finding.Advice}".TrimEnd();
}
