using System.Threading.Tasks;

namespace CloudflareAiGateway;

/// <summary>The Secrets Stores of an account; today there is one at most.</summary>
internal interface ISecretStoreClient
{
    /// <summary>One page of the account's stores, each with the account's quota (<c>secrets-store-list</c>, <c>secrets-store-quota</c>).</summary>
    /// <param name="accountId">The account.</param>
    /// <param name="page">The page, from 1.</param>
    /// <param name="pageSize">1 to 100.</param>
    /// <param name="call">Where messages go, and when to stop.</param>
    Task<ResultPage<AiGatewaySecretStore>> ListAsync(string accountId, int page, int pageSize, CallContext call);

    /// <summary>One store with the account's quota (<c>secrets-store-get-store-by-id</c>).</summary>
    /// <exception cref="AiGatewayException">NotFound when there is none of that id.</exception>
    Task<AiGatewaySecretStore> GetAsync(string accountId, string storeId, CallContext call);

    /// <summary>The account's only store, without its quota.</summary>
    /// <exception cref="AiGatewayException">NotFound: there is none, or there are several; the message says so.</exception>
    Task<AiGatewaySecretStore> GetOnlyAsync(string accountId, CallContext call);

    /// <summary>Creates a store (<c>secrets-store-create</c>). An open outcome is settled by reading back.</summary>
    /// <exception cref="AiGatewayException">AlreadyExists: the account has its store already.</exception>
    Task<AiGatewaySecretStore> CreateAsync(string accountId, string name, CallContext call);

    /// <summary>Deletes a store (<c>secrets-store-delete-by-id</c>).</summary>
    /// <param name="accountId">The account.</param>
    /// <param name="storeId">The store.</param>
    /// <param name="force">Whether secrets in it go, too; without it, a store that has some is refused.</param>
    /// <param name="call">Where messages go, and when to stop.</param>
    Task DeleteAsync(string accountId, string storeId, bool force, CallContext call);
}
