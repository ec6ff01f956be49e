using System;
using System.Collections.Generic;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Threading.Tasks;

namespace CloudflareAiGateway.Client;

/// <summary>Datasets. Requests are in <see cref="DatasetRequests"/>, documents in <see cref="DatasetDocument"/>.</summary>
internal sealed class DatasetClient : IDatasetClient
{
    private const int PageSize = 100;

    /// <summary>A plan older than this is checked against the service before it is applied.</summary>
    private static readonly TimeSpan s_planAge = TimeSpan.FromSeconds(5);

    private readonly ApiTransport _transport;

    /// <summary>Takes the transport.</summary>
    public DatasetClient(ApiTransport transport) => _transport = transport;

    /// <inheritdoc/>
    public Task<ResultPage<AiGatewayDataset>> ListAsync(DatasetQuery query, int page, int pageSize, CallContext call) =>
        RetiredFeature.RunAsync(() => ListAsync(query, page, pageSize, call, null));

    /// <inheritdoc/>
    public async Task<AiGatewayDataset> GetAsync(string accountId, string gateway, string datasetId, CallContext call) =>
        (await RetiredFeature.RunAsync(() => FetchAsync(accountId, gateway, datasetId, call, null)).ConfigureAwait(false)).Dataset;

    /// <inheritdoc/>
    public Task<AiGatewayDataset?> FindAsync(string accountId, string gateway, string name, CallContext call) =>
        RetiredFeature.RunAsync(() => FindAsync(accountId, gateway, name, call, null));

    /// <inheritdoc/>
    public Task<AiGatewayDataset> CreateAsync(string accountId, string gateway, IReadOnlyDictionary<string, object?> settings, CallContext call)
    {
        JsonObject body = DatasetDocument.Write(settings);
        string name = (string)body["name"]!;
        CallBudget budget = _transport.NewBudget();
        return RetiredFeature.RunAsync(async () => (await new NamedCreate(_transport, call, budget).RunAsync(
            DatasetRequests.Create(accountId, gateway, name, body),
            reply => Snapshot(reply, accountId, gateway),
            async left => await FindAsync(accountId, gateway, name, call, left).ConfigureAwait(false) is AiGatewayDataset found
                ? await FetchAsync(accountId, gateway, found.Id, call, left).ConfigureAwait(false)
                : null,
            found => JsonDifference.Find(found.Document, body, DatasetDocument.Comparison, onlyWanted: true).Count == 0).ConfigureAwait(false)).Dataset);
    }

    /// <inheritdoc/>
    public async Task<DatasetUpdatePlan> PlanUpdateAsync(
        string accountId, string gateway, string datasetId, IReadOnlyDictionary<string, object?> settings, CallContext call)
    {
        // Written first: what cannot be set is refused before any call.
        JsonObject changes = DatasetDocument.Write(settings);
        DatasetSnapshot snapshot = await RetiredFeature.RunAsync(() => FetchAsync(accountId, gateway, datasetId, call, null)).ConfigureAwait(false);
        var proposed = (JsonObject)snapshot.Document.DeepClone();
        foreach (KeyValuePair<string, JsonNode?> change in changes)
        {
            proposed[change.Key] = change.Value?.DeepClone();
        }

        return new DatasetPlan(
            snapshot,
            proposed,
            DatasetDocument.Read(proposed, accountId, gateway),
            JsonDifference.Find(snapshot.Document, proposed, DatasetDocument.Comparison));
    }

    /// <inheritdoc/>
    public async Task<AiGatewayDataset> ApplyUpdateAsync(DatasetUpdatePlan plan, CallContext call)
    {
        var own = (DatasetPlan)plan;
        AiGatewayDataset current = plan.Current;
        if (plan.Differences.Count == 0)
        {
            return current;
        }

        CallBudget budget = _transport.NewBudget();
        ApiRequest put = DatasetRequests.Put(current.AccountId, current.GatewayId, current.Id, DatasetDocument.ToBody(own.Proposed));
        return await RetiredFeature.RunAsync(async () =>
        {
            if (_transport.Clock.GetElapsedTime(own.Snapshot.ReadAt) > s_planAge)
            {
                DatasetSnapshot now = await FetchAsync(current.AccountId, current.GatewayId, current.Id, call, budget).ConfigureAwait(false);
                if (!JsonNode.DeepEquals(now.Document, own.Snapshot.Document))
                {
                    throw ErrorFactory.Own(
                        put, AiGatewayErrorKind.Conflict, $"Could not update dataset '{current.Name}': it was changed by somebody else after it was read.");
                }
            }

            ApiReply reply = await _transport.SendAsync(put, call, budget).ConfigureAwait(false);
            return Snapshot(reply, current.AccountId, current.GatewayId).Dataset;
        }).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public Task DeleteAsync(string accountId, string gateway, string datasetId, CallContext call) =>
        RetiredFeature.RunAsync(async () =>
        {
            ApiReply reply = await _transport.SendAsync(DatasetRequests.Delete(accountId, gateway, datasetId), call).ConfigureAwait(false);
            reply.EnsureDeleted();

            return true;
        });

    private async Task<ResultPage<AiGatewayDataset>> ListAsync(DatasetQuery query, int page, int pageSize, CallContext call, CallBudget? budget)
    {
        ApiReply reply = await _transport.SendAsync(DatasetRequests.List(query, page, pageSize), call, budget).ConfigureAwait(false);
        Envelope<List<AiGatewayDataset>> envelope = reply.Read<List<AiGatewayDataset>>();
        foreach (AiGatewayDataset dataset in envelope.Result!)
        {
            DatasetDocument.Complete(dataset, query.AccountId, query.Gateway);
        }

        return Pages.Of(envelope, page, pageSize);
    }

    /// <summary>The server matches names loosely, so each is compared here.</summary>
    private Task<AiGatewayDataset?> FindAsync(string accountId, string gateway, string name, CallContext call, CallBudget? budget)
    {
        var query = new DatasetQuery { AccountId = accountId, Gateway = gateway, Name = name };
        return PageSearch.FindAsync(page => ListAsync(query, page, PageSize, call, budget), found => found.Name == name);
    }

    private async Task<DatasetSnapshot> FetchAsync(string accountId, string gateway, string datasetId, CallContext call, CallBudget? budget)
    {
        ApiReply reply = await _transport.SendAsync(DatasetRequests.Get(accountId, gateway, datasetId), call, budget).ConfigureAwait(false);
        return Snapshot(reply, accountId, gateway);
    }

    private DatasetSnapshot Snapshot(ApiReply reply, string accountId, string gateway)
    {
        JsonObject document = reply.ReadDocument();
        try
        {
            return new DatasetSnapshot(document, DatasetDocument.Read(document, accountId, gateway), _transport.Clock.GetTimestamp());
        }
        catch (JsonException exception)
        {
            throw ErrorFactory.Unexpected(reply, "the dataset in the answer cannot be read", exception);
        }
    }
}
