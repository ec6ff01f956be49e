using System;

namespace CloudflareAiGateway;

/// <summary>What the API documents of one type of element.</summary>
internal sealed class RouteElementType
{
    /// <summary>Where a graph begins.</summary>
    public static readonly RouteElementType Start = new("start", new[] { "next" }, Array.Empty<string>());

    /// <summary>A branch.</summary>
    public static readonly RouteElementType Conditional = new("conditional", new[] { "true", "false" }, new[] { nameof(AiGatewayRouteElement.Conditions) });

    /// <summary>A split by shares, which are the names of its outputs.</summary>
    public static readonly RouteElementType Percentage = new("percentage", Array.Empty<string>(), Array.Empty<string>());

    /// <summary>A limit.</summary>
    public static readonly RouteElementType Rate = new(
        "rate",
        new[] { "success", "fallback" },
        new[]
        {
            nameof(AiGatewayRouteElement.Key),
            nameof(AiGatewayRouteElement.Limit),
            nameof(AiGatewayRouteElement.LimitType),
            nameof(AiGatewayRouteElement.Window),
        });

    /// <summary>A call of a model.</summary>
    public static readonly RouteElementType Model = new(
        "model",
        new[] { "success", "fallback" },
        new[]
        {
            nameof(AiGatewayRouteElement.Provider),
            nameof(AiGatewayRouteElement.Model),
            nameof(AiGatewayRouteElement.Retries),
            nameof(AiGatewayRouteElement.Timeout),
        });

    /// <summary>Where a graph ends.</summary>
    public static readonly RouteElementType End = new("end", Array.Empty<string>(), Array.Empty<string>());

    /// <summary>All of them.</summary>
    public static readonly RouteElementType[] All = { Start, Conditional, Percentage, Rate, Model, End };

    private RouteElementType(string name, string[] outputs, string[] properties)
    {
        Name = name;
        Outputs = outputs;
        Properties = properties;
    }

    /// <summary>The type's name on the wire.</summary>
    public string Name { get; }

    /// <summary>The outputs that it may have, in the order in which they are written.</summary>
    public string[] Outputs { get; }

    /// <summary>The properties of <see cref="AiGatewayRouteElement"/> that mean something to it.</summary>
    public string[] Properties { get; }

    /// <summary>Finds a type by its name in any case, or by the name that older descriptions give it.</summary>
    /// <returns>Null when the module does not know it.</returns>
    public static RouteElementType? Find(string name)
    {
        foreach (RouteElementType type in All)
        {
            if (string.Equals(type.Name, name, StringComparison.OrdinalIgnoreCase))
            {
                return type;
            }
        }

        return string.Equals(name, "rate_limit", StringComparison.OrdinalIgnoreCase) ? Rate : null;
    }

    /// <summary>The name.</summary>
    /// <returns><see cref="Name"/>.</returns>
    public override string ToString() => Name;
}
