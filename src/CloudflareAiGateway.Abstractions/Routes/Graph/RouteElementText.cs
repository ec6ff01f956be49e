using System.Collections.Generic;
using System.Globalization;

namespace CloudflareAiGateway;

/// <summary>Elements in words, for views, differences and messages.</summary>
internal static class RouteElementText
{
    /// <summary>Type and properties.</summary>
    /// <returns>Such as <c>model openai gpt-4o-mini</c> or <c>rate 5 USD per 86400 s by metadata.user_id</c>.</returns>
    public static string Describe(AiGatewayRouteElement element)
    {
        string properties = Properties(element);
        return properties.Length == 0 ? element.Type : $"{element.Type} {properties}";
    }

    /// <summary>The properties alone.</summary>
    public static string Properties(AiGatewayRouteElement element) => element.Type switch
    {
        "conditional" when element.Conditions is not null => RouteConditionText.Of(element.Conditions),
        "rate" => string.Format(
            CultureInfo.InvariantCulture,
            "{0} {1} per {2} s by {3}",
            element.Limit?.ToString("0.############", CultureInfo.InvariantCulture) ?? "?",
            element.LimitType is RouteLimitType.Cost ? "USD" : "calls",
            element.Window?.ToString(CultureInfo.InvariantCulture) ?? "?",
            element.Key ?? "?"),
        "model" => $"{element.Provider ?? "?"} {element.Model ?? "?"}",
        _ => string.Empty,
    };

    /// <summary>Where the element leads.</summary>
    /// <returns>Such as <c>success → end, fallback → mid</c>; empty for an end.</returns>
    public static string Outputs(AiGatewayRouteElement element)
    {
        var parts = new List<string>();
        foreach (KeyValuePair<string, string> output in RouteOutputs.Of(element))
        {
            parts.Add($"{output.Key} → {output.Value}");
        }

        return string.Join(", ", parts);
    }

    /// <summary>All of it in a line, as for an element that comes or goes.</summary>
    public static string Whole(AiGatewayRouteElement element)
    {
        string outputs = Outputs(element);
        return outputs.Length == 0 ? Describe(element) : $"{Describe(element)}, {outputs}";
    }
}
