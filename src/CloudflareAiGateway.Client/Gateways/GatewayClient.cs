using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Threading.Tasks;

namespace CloudflareAiGateway.Client;

/// <summary>Gateways: the pattern for every other resource. Requests are in <see cref="GatewayRequests"/>, rules in <see cref="GatewayRules"/>.</summary>
internal sealed class GatewayClient : IGatewayClient
{
    /// <summary>A plan older than this is checked against the service before it is applied.</summary>
    private static readonly TimeSpan s_planAge = TimeSpan.FromSeconds(5);

    private readonly ApiTransport _transport;
    private readonly GatewayReader _reader;

    /// <summary>Takes the transport.</summary>
    public GatewayClient(ApiTransport transport)
    {
        _transport = transport;
        _reader = new GatewayReader(transport.Settings.GatewayBase);
    }

    /// <inheritdoc/>
    public async Task<ResultPage<AiGateway>> ListAsync(string accountId, string? search, int page, int pageSize, CallContext call)
    {
        ApiReply reply = await _transport.SendAsync(GatewayRequests.List(accountId, search, page, pageSize), call).ConfigureAwait(false);
        Envelope<List<AiGateway>> envelope = reply.Read<List<AiGateway>>();
        foreach (AiGateway gateway in envelope.Result!)
        {
            _reader.Complete(gateway, accountId);
        }

        return Pages.Of(envelope, page, pageSize);
    }

    /// <inheritdoc/>
    public async Task<AiGateway> GetAsync(string accountId, string name, CallContext call)
    {
        ApiReply reply = await _transport.SendAsync(GatewayRequests.Get(accountId, name), call).ConfigureAwait(false);
        return _reader.Complete(reply.Read<AiGateway>().Result!, accountId);
    }

    /// <inheritdoc/>
    public Task<AiGateway> CreateAsync(string accountId, string name, IReadOnlyDictionary<string, object?> settings, CallContext call) =>
        new GatewayCreation(_transport, this, accountId, name, call).RunAsync(settings);

    /// <inheritdoc/>
    public async Task<GatewayUpdatePlan> PlanUpdateAsync(string accountId, string name, IReadOnlyDictionary<string, object?> settings, CallContext call)
    {
        // Written first: what cannot be set is refused before any call.
        var writer = new SettingsWriter();
        JsonObject changes = writer.Write(settings);
        GatewaySnapshot snapshot = await FetchAsync(accountId, name, call, null).ConfigureAwait(false);
        return Plan(snapshot, changes, writer, mayStartAgain: true);
    }

    /// <inheritdoc/>
    public async Task<AiGateway> ApplyUpdateAsync(GatewayUpdatePlan plan, CallContext call)
    {
        var own = (GatewayPlan)plan;
        GatewaySnapshot snapshot = own.Snapshot;
        if (own.Differences.Count == 0)
        {
            return snapshot.Gateway;
        }

        CallBudget budget = _transport.NewBudget();
        GatewayWrites writes = WritesOf(snapshot.AccountId, snapshot.Gateway.Id);
        return await writes.RunAsync(
            async () =>
            {
                bool isOld = _transport.Clock.GetElapsedTime(snapshot.ReadAt) > s_planAge;
                if (!isOld && writes.Count != snapshot.Writes && own.Again is not null)
                {
                    // Another runspace was quicker by a moment: its settings stay, and ours are set on top of them.
                    own = own.Again(await FetchAsync(snapshot.AccountId, snapshot.Gateway.Id, call, budget).ConfigureAwait(false));
                    if (own.Differences.Count == 0)
                    {
                        return own.Snapshot.Gateway;
                    }
                }
                else if (isOld || writes.Count != snapshot.Writes)
                {
                    await EnsureUnchangedAsync(own, call, budget).ConfigureAwait(false);
                }

                writes.Add();
                return await PutAsync(own, call, budget).ConfigureAwait(false);
            },
            call.CancellationToken).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public async Task DeleteAsync(string accountId, string name, CallContext call)
    {
        ApiReply reply = await _transport.SendAsync(GatewayRequests.Delete(accountId, name), call).ConfigureAwait(false);
        reply.EnsureDeleted();
    }

    /// <summary>Reads one gateway, typed and raw.</summary>
    internal async Task<GatewaySnapshot> FetchAsync(string accountId, string name, CallContext call, CallBudget? budget)
    {
        long writes = WritesOf(accountId, name).Count;
        ApiReply reply = await _transport.SendAsync(GatewayRequests.Get(accountId, name), call, budget).ConfigureAwait(false);
        return Snapshot(reply, accountId, writes);
    }

    /// <summary>Reads the gateway in an answer, typed and raw.</summary>
    /// <param name="reply">The answer.</param>
    /// <param name="accountId">The account.</param>
    /// <param name="writes">How many updates had been sent before the request; 0 where no plan will start from this reading.</param>
    internal GatewaySnapshot Snapshot(ApiReply reply, string accountId, long writes = 0)
    {
        JsonObject document = reply.ReadDocument();
        try
        {
            return new GatewaySnapshot(accountId, document, _reader.Read(document, accountId), _transport.Clock.GetTimestamp(), writes);
        }
        catch (JsonException exception)
        {
            throw ErrorFactory.Unexpected(reply, "the gateway in the answer cannot be read", exception);
        }
    }

    /// <summary>Works out an update.</summary>
    /// <param name="snapshot">The gateway as it was read.</param>
    /// <param name="changes">What is set.</param>
    /// <param name="writer">What wrote the changes.</param>
    /// <param name="mayStartAgain">Whether the changes are right on a newer reading, too.</param>
    /// <exception cref="AiGatewayException">Rejected: a setting has a shape that the API could never take.</exception>
    internal GatewayPlan Plan(GatewaySnapshot snapshot, JsonObject changes, SettingsWriter writer, bool mayStartAgain = false)
    {
        JsonObject proposed = GatewayDocument.Merge(snapshot.Document, changes);
        AiGateway preview;
        try
        {
            preview = _reader.Read(proposed, snapshot.AccountId);
        }
        catch (JsonException exception)
        {
            throw new AiGatewayException(
                AiGatewayErrorKind.Rejected,
                $"Could not update gateway '{snapshot.Gateway.Id}': a setting has the wrong shape at {exception.Path}.",
                exception);
        }

        return new GatewayPlan(
            snapshot,
            proposed,
            preview,
            JsonDifference.Find(snapshot.Document, proposed, GatewayRules.Comparison),
            writer.Secrets)
        {
            Again = mayStartAgain ? now => Plan(now, changes, writer, mayStartAgain) : null,
        };
    }

    /// <summary>Puts a plan's document, and warns when the service did not keep all of it.</summary>
    internal async Task<AiGateway> PutAsync(GatewayPlan plan, CallContext call, CallBudget budget)
    {
        JsonObject body = GatewayDocument.ToBody(plan.Proposed);
        string name = plan.Snapshot.Gateway.Id;
        ApiReply reply = await _transport
            .SendAsync(GatewayRequests.Put(plan.Snapshot.AccountId, name, body, plan.Secrets), call, budget)
            .ConfigureAwait(false);
        GatewaySnapshot result = Snapshot(reply, plan.Snapshot.AccountId);
        IReadOnlyList<GatewayDifference> lost = JsonDifference.Find(result.Document, body, GatewayRules.Comparison, onlyWanted: true, ignoreSecrets: true);
        var asked = new HashSet<string>(StringComparer.Ordinal);
        foreach (GatewayDifference difference in plan.Differences)
        {
            asked.Add(difference.Setting);
        }

        // What the service does with members that nobody asked to change is its own business.
        GatewayDifference[] ignored = [.. lost.Where(difference => asked.Contains(difference.Setting))];
        if (ignored.Length > 0)
        {
            call.Sink.Report(
                DiagnosticKind.Warning,
                $"The API accepted the update of gateway '{name}' but answered with other values: {string.Join<GatewayDifference>("; ", ignored)}.");
        }

        return result.Gateway;
    }

    private GatewayWrites WritesOf(string accountId, string name) => GatewayWrites.Of(_transport.Settings, accountId, name);

    private async Task EnsureUnchangedAsync(GatewayPlan plan, CallContext call, CallBudget budget)
    {
        string name = plan.Snapshot.Gateway.Id;
        GatewaySnapshot now = await FetchAsync(plan.Snapshot.AccountId, name, call, budget).ConfigureAwait(false);
        if (!JsonNode.DeepEquals(now.Document, plan.Snapshot.Document))
        {
            throw ErrorFactory.Own(
                GatewayRequests.Put(plan.Snapshot.AccountId, name, [], []),
                AiGatewayErrorKind.Conflict,
                $"Could not update gateway '{name}': it was changed by somebody else after it was read.");
        }
    }
}
