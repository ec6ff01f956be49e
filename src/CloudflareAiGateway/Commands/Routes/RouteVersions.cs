using System;
using System.Collections.Generic;

namespace CloudflareAiGateway.Commands;

/// <summary>Finds a version of a route by what the user gave for it.</summary>
internal static class RouteVersions
{
    /// <summary>The word for the version that was saved last.</summary>
    public const string Latest = "latest";

    /// <summary>Reads a version with its graph.</summary>
    /// <param name="command">The command that asks.</param>
    /// <param name="routes">The client.</param>
    /// <param name="scope">Account and gateway.</param>
    /// <param name="route">The route.</param>
    /// <param name="version">An id, or <c>latest</c>.</param>
    /// <exception cref="AiGatewayException">NotFound: the route has no such version.</exception>
    public static AiGatewayRouteVersion Read(CancellableCommand command, IRouteClient routes, RouteScope scope, AiGatewayRoute route, string version)
    {
        if (!string.Equals(version, Latest, StringComparison.OrdinalIgnoreCase))
        {
            return command.Await(call => routes.GetVersionAsync(scope, route, version, call));
        }

        IReadOnlyList<AiGatewayRouteVersion> versions = command.Await(call => routes.ListVersionsAsync(scope, route, call));
        if (versions.Count == 0)
        {
            throw new AiGatewayException(AiGatewayErrorKind.NotFound, $"Route '{route.Name}' has no versions.")
            {
                RecommendedAction = "Save one with Set-AiGatewayRoute -Element.",
                Resource = "RouteVersion",
            };
        }

        return versions[0].Elements is not null ? versions[0] : command.Await(call => routes.GetVersionAsync(scope, route, versions[0].VersionId, call));
    }
}
