using System;
using System.Collections.Generic;
using System.Linq;
using System.Reflection;
using System.Text.Json.Nodes;
using System.Threading.Tasks;

namespace CloudflareAiGateway.Client;

/// <summary>Evaluations and evaluators. Requests are in <see cref="EvaluationRequests"/>.</summary>
internal sealed class EvaluationClient : IEvaluationClient
{
    private const int PageSize = 100;

    // The properties are init-only for users; a delegate made once costs no reflection per row.
    private static readonly Action<AiGatewayEvaluation, string> s_setAccount = Setter<AiGatewayEvaluation>(nameof(AiGatewayEvaluation.AccountId));
    private static readonly Action<AiGatewayEvaluation, string> s_setGateway = Setter<AiGatewayEvaluation>(nameof(AiGatewayEvaluation.GatewayId));
    private static readonly Action<AiGatewayEvaluator, string> s_setEvaluatorAccount = Setter<AiGatewayEvaluator>(nameof(AiGatewayEvaluator.AccountId));

    private readonly ApiTransport _transport;

    /// <summary>Takes the transport.</summary>
    public EvaluationClient(ApiTransport transport) => _transport = transport;

    /// <inheritdoc/>
    public Task<ResultPage<AiGatewayEvaluation>> ListAsync(EvaluationQuery query, int page, int pageSize, CallContext call) =>
        RetiredFeature.RunAsync(() => ListAsync(query, page, pageSize, call, null));

    /// <inheritdoc/>
    public Task<AiGatewayEvaluation> GetAsync(string accountId, string gateway, string evaluationId, CallContext call) =>
        RetiredFeature.RunAsync(async () =>
        {
            ApiReply reply = await _transport.SendAsync(EvaluationRequests.Get(accountId, gateway, evaluationId), call).ConfigureAwait(false);
            return Read(reply, accountId, gateway);
        });

    /// <inheritdoc/>
    public Task<AiGatewayEvaluation?> FindAsync(string accountId, string gateway, string name, CallContext call) =>
        RetiredFeature.RunAsync(() => FindAsync(accountId, gateway, name, call, null));

    /// <inheritdoc/>
    public Task<AiGatewayEvaluation> CreateAsync(
        string accountId, string gateway, string name, IReadOnlyList<string> datasetIds, IReadOnlyList<string> evaluationTypeIds, CallContext call)
    {
        var body = new JsonObject
        {
            ["name"] = name,
            ["dataset_ids"] = new JsonArray([.. datasetIds.Select(id => JsonValue.Create(id))]),
            ["evaluation_type_ids"] = new JsonArray([.. evaluationTypeIds.Select(id => JsonValue.Create(id))]),
        };
        return RetiredFeature.RunAsync(() => new NamedCreate(_transport, call, _transport.NewBudget()).RunAsync(
            EvaluationRequests.Create(accountId, gateway, name, body),
            reply => Read(reply, accountId, gateway),
            budget => FindAsync(accountId, gateway, name, call, budget),
            found => found.Datasets.Select(dataset => dataset.Id).ToHashSet(StringComparer.Ordinal).SetEquals(datasetIds)));
    }

    /// <inheritdoc/>
    public Task DeleteAsync(string accountId, string gateway, string evaluationId, CallContext call) =>
        RetiredFeature.RunAsync(async () =>
        {
            ApiReply reply = await _transport.SendAsync(EvaluationRequests.Delete(accountId, gateway, evaluationId), call).ConfigureAwait(false);
            reply.EnsureDeleted();

            return true;
        });

    /// <inheritdoc/>
    public Task<ResultPage<AiGatewayEvaluator>> ListEvaluatorsAsync(string accountId, int page, int pageSize, CallContext call) =>
        RetiredFeature.RunAsync(async () =>
        {
            ApiReply reply = await _transport.SendAsync(EvaluationRequests.ListEvaluators(accountId, page, pageSize), call).ConfigureAwait(false);
            Envelope<List<AiGatewayEvaluator>> envelope = reply.Read<List<AiGatewayEvaluator>>();
            foreach (AiGatewayEvaluator evaluator in envelope.Result!)
            {
                s_setEvaluatorAccount(evaluator, accountId);
            }

            return Pages.Of(envelope, page, pageSize);
        });

    private async Task<ResultPage<AiGatewayEvaluation>> ListAsync(EvaluationQuery query, int page, int pageSize, CallContext call, CallBudget? budget)
    {
        ApiReply reply = await _transport.SendAsync(EvaluationRequests.List(query, page, pageSize), call, budget).ConfigureAwait(false);
        Envelope<List<AiGatewayEvaluation>> envelope = reply.Read<List<AiGatewayEvaluation>>();
        foreach (AiGatewayEvaluation evaluation in envelope.Result!)
        {
            Complete(evaluation, query.AccountId, query.Gateway);
        }

        return Pages.Of(envelope, page, pageSize);
    }

    /// <summary>The server matches names loosely, so each is compared here.</summary>
    private Task<AiGatewayEvaluation?> FindAsync(string accountId, string gateway, string name, CallContext call, CallBudget? budget)
    {
        var query = new EvaluationQuery { AccountId = accountId, Gateway = gateway, Name = name };
        return PageSearch.FindAsync(page => ListAsync(query, page, PageSize, call, budget), found => found.Name == name);
    }

    private static AiGatewayEvaluation Read(ApiReply reply, string accountId, string gateway) =>
        Complete(reply.Read<AiGatewayEvaluation>().Result!, accountId, gateway);

    private static AiGatewayEvaluation Complete(AiGatewayEvaluation evaluation, string accountId, string gateway)
    {
        s_setAccount(evaluation, accountId);
        s_setGateway(evaluation, gateway);
        foreach (AiGatewayDataset dataset in evaluation.Datasets)
        {
            DatasetDocument.Complete(dataset, accountId, gateway);
        }

        return evaluation;
    }

    private static Action<T, string> Setter<T>(string name) =>
        typeof(T).GetProperty(name, BindingFlags.Public | BindingFlags.Instance)!.SetMethod!.CreateDelegate<Action<T, string>>();
}
