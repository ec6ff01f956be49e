using System.Collections.Generic;
using System.Threading.Tasks;

namespace CloudflareAiGateway;

/// <summary>
/// Evaluations of a gateway, and the account's evaluators. Every call throws NotAvailable where Cloudflare has closed the feature to the
/// account.
/// </summary>
internal interface IEvaluationClient
{
    /// <summary>One page of a gateway's evaluations (<c>aig-config-list-evaluations</c>). A gateway that does not exist has none.</summary>
    /// <param name="query">Which ones.</param>
    /// <param name="page">The page, from 1.</param>
    /// <param name="pageSize">1 to 100.</param>
    /// <param name="call">Where messages go, and when to stop.</param>
    Task<ResultPage<AiGatewayEvaluation>> ListAsync(EvaluationQuery query, int page, int pageSize, CallContext call);

    /// <summary>One evaluation (<c>aig-config-fetch-evaluations</c>).</summary>
    /// <exception cref="AiGatewayException">NotFound when there is no such evaluation, or no such gateway.</exception>
    Task<AiGatewayEvaluation> GetAsync(string accountId, string gateway, string evaluationId, CallContext call);

    /// <summary>The evaluation with exactly that name (<c>aig-config-list-evaluations</c>).</summary>
    /// <returns>Null when the gateway has none.</returns>
    Task<AiGatewayEvaluation?> FindAsync(string accountId, string gateway, string name, CallContext call);

    /// <summary>
    /// Creates an evaluation (<c>aig-config-create-evaluations</c>). A failure that leaves it open whether it was made is settled by
    /// reading back.
    /// </summary>
    /// <exception cref="AiGatewayException">AlreadyExists; Conflict when another evaluation of that name appeared meanwhile.</exception>
    Task<AiGatewayEvaluation> CreateAsync(
        string accountId, string gateway, string name, IReadOnlyList<string> datasetIds, IReadOnlyList<string> evaluationTypeIds, CallContext call);

    /// <summary>Deletes an evaluation (<c>aig-config-delete-evaluations</c>). Gone already on a retry is success.</summary>
    Task DeleteAsync(string accountId, string gateway, string evaluationId, CallContext call);

    /// <summary>One page of the account's evaluators (<c>aig-config-list-evaluators</c>).</summary>
    /// <param name="accountId">The account.</param>
    /// <param name="page">The page, from 1.</param>
    /// <param name="pageSize">5 to 50.</param>
    /// <param name="call">Where messages go, and when to stop.</param>
    Task<ResultPage<AiGatewayEvaluator>> ListEvaluatorsAsync(string accountId, int page, int pageSize, CallContext call);
}
