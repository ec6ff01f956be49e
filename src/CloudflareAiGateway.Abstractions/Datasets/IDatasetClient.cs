using System.Collections.Generic;
using System.Threading.Tasks;

namespace CloudflareAiGateway;

/// <summary>
/// Datasets of a gateway. Every call throws NotAvailable where Cloudflare has closed the feature to the account. Settings travel by wire
/// name: <c>name</c> (string), <c>enable</c> (bool), <c>filters</c> (<see cref="AiGatewayLogFilter"/> array).
/// </summary>
internal interface IDatasetClient
{
    /// <summary>One page of a gateway's datasets (<c>aig-config-list-dataset</c>).</summary>
    /// <param name="query">Which ones.</param>
    /// <param name="page">The page, from 1.</param>
    /// <param name="pageSize">1 to 100.</param>
    /// <param name="call">Where messages go, and when to stop.</param>
    /// <exception cref="AiGatewayException">NotFound when there is no such gateway.</exception>
    Task<ResultPage<AiGatewayDataset>> ListAsync(DatasetQuery query, int page, int pageSize, CallContext call);

    /// <summary>One dataset (<c>aig-config-fetch-dataset</c>).</summary>
    /// <exception cref="AiGatewayException">NotFound when there is no such dataset, or no such gateway.</exception>
    Task<AiGatewayDataset> GetAsync(string accountId, string gateway, string datasetId, CallContext call);

    /// <summary>The dataset with exactly that name (<c>aig-config-list-dataset</c>).</summary>
    /// <returns>Null when the gateway has none.</returns>
    Task<AiGatewayDataset?> FindAsync(string accountId, string gateway, string name, CallContext call);

    /// <summary>
    /// Creates a dataset (<c>aig-config-create-dataset</c>). A failure that leaves it open whether it was made is settled by reading back.
    /// </summary>
    /// <exception cref="AiGatewayException">AlreadyExists; Conflict when another dataset of that name appeared meanwhile; NotFound without such a gateway.</exception>
    Task<AiGatewayDataset> CreateAsync(string accountId, string gateway, IReadOnlyDictionary<string, object?> settings, CallContext call);

    /// <summary>Reads the dataset and works out what the settings would change. Writes nothing.</summary>
    Task<DatasetUpdatePlan> PlanUpdateAsync(string accountId, string gateway, string datasetId, IReadOnlyDictionary<string, object?> settings, CallContext call);

    /// <summary>
    /// Puts a plan's dataset (<c>aig-config-update-dataset</c>). When the plan has grown old, the dataset is read again first.
    /// </summary>
    /// <exception cref="AiGatewayException">Conflict when the dataset changed since the plan was made.</exception>
    Task<AiGatewayDataset> ApplyUpdateAsync(DatasetUpdatePlan plan, CallContext call);

    /// <summary>Deletes a dataset (<c>aig-config-delete-dataset</c>). Gone already on a retry is success.</summary>
    Task DeleteAsync(string accountId, string gateway, string datasetId, CallContext call);
}
