using System.Collections.Generic;
using System.Threading.Tasks;

namespace CloudflareAiGateway;

/// <summary>The secrets of a Secrets Store. Values go in and never come out.</summary>
internal interface ISecretClient
{
    /// <summary>One page of a store's secrets, the oldest first (<c>secrets-store-secrets-list</c>).</summary>
    /// <param name="accountId">The account.</param>
    /// <param name="storeId">The store.</param>
    /// <param name="search">A text that the server looks for in names and comments; null for all.</param>
    /// <param name="page">The page, from 1.</param>
    /// <param name="pageSize">1 to 100.</param>
    /// <param name="call">Where messages go, and when to stop.</param>
    Task<ResultPage<AiGatewaySecret>> ListAsync(string accountId, string storeId, string? search, int page, int pageSize, CallContext call);

    /// <summary>One secret (<c>secrets-store-get-by-id</c>).</summary>
    /// <exception cref="AiGatewayException">NotFound when there is none of that id.</exception>
    Task<AiGatewaySecret> GetAsync(string accountId, string storeId, string secretId, CallContext call);

    /// <summary>The secret of a name; null when there is none. Reads the list, as the API finds secrets by id only.</summary>
    Task<AiGatewaySecret?> FindAsync(string accountId, string storeId, string name, CallContext call);

    /// <summary>How many secrets a store holds.</summary>
    Task<long> CountAsync(string accountId, string storeId, CallContext call);

    /// <summary>Creates a secret (<c>secrets-store-secret-create</c>). An open outcome is settled by reading back.</summary>
    /// <exception cref="AiGatewayException">AlreadyExists: the store has one of that name.</exception>
    Task<AiGatewaySecret> CreateAsync(string accountId, string storeId, NewSecret secret, CallContext call);

    /// <summary>Changes value, scopes or comment (<c>secrets-store-patch-by-id</c>).</summary>
    Task<AiGatewaySecret> PatchAsync(string accountId, string storeId, string secretId, SecretPatch patch, CallContext call);

    /// <summary>Makes a secret of another name with the same value (<c>secrets-store-duplicate-by-id</c>).</summary>
    /// <exception cref="AiGatewayException">AlreadyExists: the store has one of that name.</exception>
    Task<AiGatewaySecret> CopyAsync(AiGatewaySecret source, string name, IReadOnlyList<SecretScope> scopes, string? comment, CallContext call);

    /// <summary>
    /// Deletes secrets of one store: one by <c>secrets-store-secret-delete-by-id</c>, several in one <c>secrets-store-delete-bulk</c>, after
    /// which the list is read to see what really went.
    /// </summary>
    /// <returns>What was not deleted, by id, and why; empty when all is gone.</returns>
    Task<IReadOnlyDictionary<string, AiGatewayException>> DeleteAsync(string accountId, string storeId, IReadOnlyList<string> secretIds, CallContext call);
}
