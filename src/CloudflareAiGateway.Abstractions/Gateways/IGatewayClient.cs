using System.Collections.Generic;
using System.Threading.Tasks;

namespace CloudflareAiGateway;

/// <summary>
/// Gateways of an account. Settings travel by wire name (<c>cache_ttl</c>) with .NET values: bool, int, string, the enums and
/// settings classes of this namespace, or null to clear.
/// </summary>
internal interface IGatewayClient
{
    /// <summary>One page of the account's gateways (<c>aig-config-list-gateway</c>).</summary>
    /// <param name="accountId">The account.</param>
    /// <param name="search">Part of a name, or null for all.</param>
    /// <param name="page">The page, from 1.</param>
    /// <param name="pageSize">1 to 100.</param>
    /// <param name="call">Where messages go, and when to stop.</param>
    Task<ResultPage<AiGateway>> ListAsync(string accountId, string? search, int page, int pageSize, CallContext call);

    /// <summary>One gateway (<c>aig-config-fetch-gateway</c>).</summary>
    /// <exception cref="AiGatewayException">NotFound when there is none of that name.</exception>
    Task<AiGateway> GetAsync(string accountId, string name, CallContext call);

    /// <summary>
    /// Creates a gateway (<c>aig-config-create-gateway</c>). Settings that the create call did not take are put with
    /// <c>aig-config-update-gateway</c>. A failure that leaves it open whether the gateway was made is settled by reading back.
    /// </summary>
    /// <exception cref="AiGatewayException">AlreadyExists; Conflict when another gateway of that name appeared meanwhile.</exception>
    Task<AiGateway> CreateAsync(string accountId, string name, IReadOnlyDictionary<string, object?> settings, CallContext call);

    /// <summary>Reads the gateway and works out what the settings would change. Writes nothing.</summary>
    Task<GatewayUpdatePlan> PlanUpdateAsync(string accountId, string name, IReadOnlyDictionary<string, object?> settings, CallContext call);

    /// <summary>
    /// Puts a plan's document (<c>aig-config-update-gateway</c>). Members that the module does not know go back as they came. When the
    /// plan has grown old, the gateway is read again first.
    /// </summary>
    /// <exception cref="AiGatewayException">Conflict when the gateway changed since the plan was made.</exception>
    Task<AiGateway> ApplyUpdateAsync(GatewayUpdatePlan plan, CallContext call);

    /// <summary>Deletes a gateway (<c>aig-config-delete-gateway</c>). Gone already on a retry is success.</summary>
    /// <exception cref="AiGatewayException">NotFound when there is none of that name.</exception>
    Task DeleteAsync(string accountId, string name, CallContext call);
}
