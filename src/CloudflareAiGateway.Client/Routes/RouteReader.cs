using System.Text.Json;

namespace CloudflareAiGateway.Client;

/// <summary>Makes what users see from what answers hold.</summary>
internal static class RouteReader
{
    /// <summary>A route.</summary>
    public static AiGatewayRoute Route(RouteDocument document, RouteScope scope) => new()
    {
        Id = document.Id ?? string.Empty,
        Name = document.Name ?? string.Empty,
        AccountId = scope.AccountId,
        GatewayId = scope.Gateway,

        // The version's graph is the one that serves; `elements` beside it is a copy, which live answers leave out.
        Elements = Graph(document.Version?.Data) ?? Graph(document.Version?.Elements) ?? Graph(document.Elements),
        DeployedVersionId = document.Deployment?.VersionId ?? (document.Version?.Active == false ? null : document.Version?.VersionId),
        DeploymentId = document.Deployment?.DeploymentId,
        DeployedAt = document.Deployment?.CreatedAt,
        IsValid = document.Version?.IsValid,
        CreatedAt = document.CreatedAt,
        ModifiedAt = document.ModifiedAt,
        AdditionalProperties = document.AdditionalProperties,
    };

    /// <summary>A version from a list.</summary>
    public static AiGatewayRouteVersion Version(RouteVersionDocument document, AiGatewayRoute route, RouteScope scope) => new()
    {
        VersionId = document.VersionId ?? string.Empty,
        Active = document.Active,
        IsValid = document.IsValid,
        CreatedAt = document.CreatedAt,
        Elements = Graph(document.Data) ?? Graph(document.Elements),
        RouteId = route.Id,
        RouteName = route.Name,
        GatewayId = scope.Gateway,
        AccountId = scope.AccountId,
        AdditionalProperties = document.AdditionalProperties,
    };

    /// <summary>A version from an answer about it.</summary>
    public static AiGatewayRouteVersion Version(RouteDocument document, AiGatewayRoute route, RouteScope scope, string versionId) => new()
    {
        VersionId = document.VersionId ?? versionId,
        Active = document.Active,
        IsValid = document.IsValid,
        CreatedAt = document.CreatedAt,
        Elements = Graph(document.Data) ?? Graph(document.Elements),
        RouteId = route.Id,
        RouteName = document.Name ?? route.Name,
        GatewayId = scope.Gateway,
        AccountId = scope.AccountId,
        AdditionalProperties = document.AdditionalProperties,
    };

    /// <summary>A deployment.</summary>
    public static AiGatewayRouteDeployment Deployment(RouteDeploymentDocument document, AiGatewayRoute route, RouteScope scope, bool isCurrent) => new()
    {
        DeploymentId = document.DeploymentId ?? string.Empty,
        VersionId = document.VersionId ?? string.Empty,
        CreatedAt = document.CreatedAt,
        IsCurrent = isCurrent,
        RouteId = route.Id,
        RouteName = route.Name,
        GatewayId = scope.Gateway,
        AccountId = scope.AccountId,
        AdditionalProperties = document.AdditionalProperties,
    };

    /// <summary>A graph that is documented as a text with JSON in it and was seen as a list. An empty one is as good as none.</summary>
    private static AiGatewayRouteElement[]? Graph(object? data)
    {
        if (data is string text)
        {
            try
            {
                data = JsonSerializer.Deserialize<object?>(text, WireJson.Options);
            }
            catch (JsonException)
            {
                // Cut, or something else altogether: another member may hold the graph.
                return null;
            }
        }

        return RouteElementReader.ReadList(data) is { Length: > 0 } elements ? elements : null;
    }
}
