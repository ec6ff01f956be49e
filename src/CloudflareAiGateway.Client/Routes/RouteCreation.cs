using System.Collections.Generic;
using System.Text.Json.Nodes;
using System.Threading.Tasks;

namespace CloudflareAiGateway.Client;

/// <summary>Creates one route exactly once.</summary>
internal sealed class RouteCreation
{
    private readonly ApiTransport _transport;
    private readonly RouteClient _client;
    private readonly RouteScope _scope;
    private readonly CallContext _call;

    /// <summary>Names the place.</summary>
    public RouteCreation(ApiTransport transport, RouteClient client, RouteScope scope, CallContext call)
    {
        _transport = transport;
        _client = client;
        _scope = scope;
        _call = call;
    }

    /// <summary>Creates it.</summary>
    public async Task<AiGatewayRoute> CreateAsync(string name, IReadOnlyList<AiGatewayRouteElement> elements)
    {
        JsonObject body = RouteClient.NameBody(name);
        JsonObject graph = RouteGraphJson.Body(elements);
        body["elements"] = graph["elements"]!.DeepClone();
        try
        {
            AiGatewayRoute route = await new NamedCreate(_transport, _call, _transport.NewBudget()).RunAsync(
                RouteRequests.Create(_scope, name, body),
                reply => RouteReader.Route(RouteAnswer.ReadOne(reply), _scope),
                budget => ReadBackAsync(name, budget),
                found => Same(found, elements)).ConfigureAwait(false);

            // The answer may leave the graph out that was just sent.
            return route.Elements is null ? route.With(elements: RouteGraphCompletion.Complete(elements, [])) : route;
        }
        catch (AiGatewayException failure) when (failure.Kind is AiGatewayErrorKind.NotFound)
        {
            throw RouteFailures.Explain(failure);
        }
    }

    private static bool Same(AiGatewayRoute found, IReadOnlyList<AiGatewayRouteElement> elements)
    {
        AiGatewayRouteElement[] present = found.Elements ?? [];
        return RouteGraphDifference.Find(present, RouteGraphCompletion.Complete(elements, present)).Count == 0;
    }

    private async Task<AiGatewayRoute?> ReadBackAsync(string name, CallBudget budget)
    {
        try
        {
            AiGatewayRoute found = await _client.LookUpAsync(_scope, name, _call, budget).ConfigureAwait(false);
            return await _client.GetAsync(_scope, found.Id, _call, budget).ConfigureAwait(false);
        }
        catch (AiGatewayException exception) when (exception.Kind is AiGatewayErrorKind.NotFound && exception.Resource is null)
        {
            return null;
        }
    }
}
