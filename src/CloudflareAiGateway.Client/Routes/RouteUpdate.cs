using System;
using System.Collections.Generic;
using System.Text.Json.Nodes;
using System.Threading.Tasks;

namespace CloudflareAiGateway.Client;

/// <summary>Renames a route, saves a version of it and deploys it, each step once. What was done when a later step fails is said.</summary>
internal sealed class RouteUpdate
{
    private const int Looks = 4;

    private static readonly TimeSpan s_interval = TimeSpan.FromSeconds(1);

    private readonly ApiTransport _transport;
    private readonly RouteClient _client;
    private readonly RouteScope _scope;
    private readonly CallContext _call;

    /// <summary>Names the place.</summary>
    public RouteUpdate(ApiTransport transport, RouteClient client, RouteScope scope, CallContext call)
    {
        _transport = transport;
        _client = client;
        _scope = scope;
        _call = call;
    }

    /// <summary>Does what a plan says.</summary>
    public async Task<AiGatewayRoute> ApplyAsync(RouteUpdatePlan plan)
    {
        AiGatewayRoute route = plan.Current;
        var done = new List<string>();
        try
        {
            if (plan.NewName is string name)
            {
                route = await RenameAsync(route, name).ConfigureAwait(false);
                done.Add($"it was renamed to '{name}'");
            }

            string? version = plan.ExistingVersionId;
            if (plan.MakesVersion)
            {
                version = await SaveAsync(route, plan).ConfigureAwait(false);
                done.Add($"version {version} was saved");
                _call.Sink.Report(DiagnosticKind.Verbose, $"Version {version} of route '{route.Name}' was saved.");
            }

            return plan.Deploys ? await DeployAsync(route, version!).ConfigureAwait(false) : route;
        }
        catch (AiGatewayException failure) when (done.Count > 0)
        {
            throw ErrorFactory.Retold(
                failure,
                $"The update of route '{plan.Current.Name}' is not complete: {string.Join(" and ", done)}, but then: {failure.Message}",
                $"Run the same command again: it completes what is missing. {failure.RecommendedAction}".TrimEnd());
        }
    }

    /// <summary>Deploys a version, and reads the route until it shows it.</summary>
    public async Task<AiGatewayRoute> DeployAsync(AiGatewayRoute route, string versionId)
    {
        var body = new JsonObject { ["version_id"] = versionId };
        CallBudget budget = _transport.NewBudget();
        await new NamedCreate(_transport, _call, budget).RunAsync(
            RouteRequests.CreateDeployment(_scope, route, versionId, body),
            reply =>
            {
                reply.EnsureSuccess();
                return route;
            },
            left => ReadBackAsync(route, versionId, left),
            _ => true).ConfigureAwait(false);
        return await ReadDeployedAsync(route, versionId, budget).ConfigureAwait(false);
    }

    private async Task<AiGatewayRoute> RenameAsync(AiGatewayRoute route, string name)
    {
        ApiReply reply = await _client.SendAsync(RouteRequests.Rename(_scope, route, name, RouteClient.NameBody(name)), _call).ConfigureAwait(false);
        RouteAnswer.ReadOne(reply);
        return route.With(name);
    }

    /// <summary>Saves the plan's graph as a version.</summary>
    /// <returns>The version's id.</returns>
    private async Task<string> SaveAsync(AiGatewayRoute route, RouteUpdatePlan plan)
    {
        CallBudget budget = _transport.NewBudget();
        AiGatewayRouteVersion saved = await new NamedCreate(_transport, _call, budget).RunAsync<AiGatewayRouteVersion>(
            RouteRequests.CreateVersion(_scope, route, RouteGraphJson.Body(plan.Elements!)),
            reply => RouteReader.Version(RouteAnswer.ReadOne(reply), route, _scope, string.Empty),
            left => FindSavedAsync(route, plan, left),
            _ => true).ConfigureAwait(false);
        if (saved.VersionId.Length > 0)
        {
            return saved.VersionId;
        }

        // The documented answer does not name the version.
        AiGatewayRouteVersion? found = await FindSavedAsync(route, plan, budget).ConfigureAwait(false);
        return found?.VersionId ?? throw new AiGatewayException(
            AiGatewayErrorKind.UnexpectedResponse, $"A version of route '{route.Name}' was saved, but the API does not say which one it is.")
        {
            RecommendedAction = "Look at Get-AiGatewayRouteVersion, and deploy the newest with Publish-AiGatewayRoute.",
        };
    }

    private async Task<AiGatewayRouteVersion?> FindSavedAsync(AiGatewayRoute route, RouteUpdatePlan plan, CallBudget budget)
    {
        IReadOnlyList<AiGatewayRouteVersion> versions = await _client.ListVersionsAsync(_scope, route, _call, budget).ConfigureAwait(false);
        if (versions.Count == 0 || versions[0].VersionId == plan.NewestVersionId)
        {
            return null;
        }

        AiGatewayRouteVersion newest = versions[0].Elements is not null
            ? versions[0]
            : await _client.GetVersionAsync(_scope, route, versions[0].VersionId, _call, budget).ConfigureAwait(false);
        return RoutePlanning.HasGraph(newest, plan.Elements!) ? newest : null;
    }

    private async Task<AiGatewayRoute?> ReadBackAsync(AiGatewayRoute route, string versionId, CallBudget budget)
    {
        AiGatewayRoute now = await _client.GetAsync(_scope, route.Id, _call, budget).ConfigureAwait(false);
        return now.DeployedVersionId == versionId ? now : null;
    }

    /// <summary>What was deployed shows a little later at times.</summary>
    private async Task<AiGatewayRoute> ReadDeployedAsync(AiGatewayRoute route, string versionId, CallBudget budget)
    {
        for (int look = 1; ; look++)
        {
            AiGatewayRoute now = await _client.GetAsync(_scope, route.Id, _call, budget).ConfigureAwait(false);
            if (now.DeployedVersionId == versionId)
            {
                return now;
            }

            if (look == Looks)
            {
                _call.Sink.Report(
                    DiagnosticKind.Warning,
                    $"The API took the deployment of version '{versionId}' of route '{route.Name}', but still shows version '{now.DeployedVersionId}'. It may take a moment more.");
                return now;
            }

            await Task.Delay(s_interval, _transport.Clock, _call.CancellationToken).ConfigureAwait(false);
        }
    }
}
