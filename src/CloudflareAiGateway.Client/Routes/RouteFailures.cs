using System.Collections.Generic;

namespace CloudflareAiGateway.Client;

/// <summary>Says of what is missing below a gateway which of it is missing: the gateway (7002), the route or the version (7005).</summary>
internal static class RouteFailures
{
    /// <summary>A failure of a call about routes.</summary>
    public static AiGatewayException Explain(AiGatewayException failure)
    {
        if (failure.Kind is not AiGatewayErrorKind.NotFound || ErrorKindRule.Has(failure.ApiErrors, 7003))
        {
            return failure;
        }

        if (ErrorKindRule.Has(failure.ApiErrors, 7002))
        {
            failure.Resource = "Gateway";
            return failure;
        }

        return ErrorFactory.Retold(failure, failure.Message, "Get-AiGatewayRoute lists the routes of a gateway. Names are case-sensitive.");
    }

    /// <summary>A failure of a call about a version of a route that is there.</summary>
    public static AiGatewayException OfVersion(AiGatewayException failure, RouteScope scope, AiGatewayRoute route, string versionId)
    {
        failure = Explain(failure);
        if (failure is not { Kind: AiGatewayErrorKind.NotFound, Resource: null } || ErrorKindRule.Has(failure.ApiErrors, 7003))
        {
            return failure;
        }

        return ErrorFactory.Retold(
            failure,
            $"Route '{route.Name}' of gateway '{scope.Gateway}' has no version '{versionId}'.",
            "Get-AiGatewayRouteVersion lists its versions. Versions of another route cannot be used.",
            resource: "RouteVersion");
    }

    /// <summary>A name that is not in the list.</summary>
    public static AiGatewayException NoSuchName(ApiRequest request, RouteScope scope, string name, IReadOnlyList<string> names)
    {
        string hint = NearestName.Find(name, names) is string nearest
            ? $"Did you mean '{nearest}'? Names are case-sensitive."
            : "Get-AiGatewayRoute lists what is there. Names are case-sensitive.";
        return ErrorFactory.Own(request, AiGatewayErrorKind.NotFound, $"Gateway '{scope.Gateway}' has no route '{name}'.", hint);
    }
}
