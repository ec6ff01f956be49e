using System;
using System.Management.Automation;
using CloudflareAiGateway.Transformation;

namespace CloudflareAiGateway.Commands;

/// <summary>What a piped object can give of a route: a route itself, live or from a file, or a row with elements. A gateway gives nothing.</summary>
internal sealed class RouteSource
{
    private readonly PSObject? _input;

    /// <summary>Looks at a piped object.</summary>
    public RouteSource(PSObject? input) => _input = input is not null && (IsRoute(input) || input.Properties["Elements"] is not null) ? input : null;

    /// <summary>The route's name.</summary>
    public string? Name => Text("Name") ?? Text("RouteName");

    /// <summary>The route's id.</summary>
    public string? RouteId => Text("RouteId") ?? (_input is not null && IsRoute(_input) ? Text("Id") : null);

    /// <summary>The route's gateway.</summary>
    public string? GatewayId => Text("GatewayId");

    /// <summary>The graph; read with one call when the object is a route that came without.</summary>
    /// <param name="read">Reads the route from where it is.</param>
    /// <returns>Null when the object has none.</returns>
    /// <exception cref="ArgumentTransformationMetadataException">What it has is no graph.</exception>
    public AiGatewayRouteElement[]? Read(Func<RouteScope, AiGatewayRoute> read)
    {
        if (_input?.Properties["Elements"]?.Value is { } elements)
        {
            return RouteGraphReader.Read(elements, "Elements");
        }

        return RouteId is not null && GatewayId is { } gateway && Text("AccountId") is { } account ? read(new RouteScope(account, gateway)).Elements : null;
    }

    private static bool IsRoute(PSObject input) =>
        input.BaseObject is AiGatewayRoute || input.TypeNames.Contains("Deserialized." + typeof(AiGatewayRoute).FullName);

    private string? Text(string property) => _input?.Properties[property]?.Value?.ToString() is { Length: > 0 } text ? text : null;
}
