using System.Net.Http;
using System.Threading.Tasks;

namespace CloudflareAiGateway.Client;

/// <summary>Whether the token may see the Secrets Store, where provider keys are kept.</summary>
internal sealed class SecretsStoreCheck : ICheck
{
    /// <inheritdoc/>
    public string Name => PermissionNames.SecretsStore;

    /// <inheritdoc/>
    public async Task<AiGatewayConnectionCheck> RunAsync(Examination examination)
    {
        if (examination.AccountId is not string account)
        {
            return Examination.NoAccount(Name);
        }

        ApiRequest request = new ApiRequest(HttpMethod.Get, "/accounts/{account_id}/secrets_store/stores", "secrets-store-list", "list the secrets stores")
        {
            Permission = PermissionNames.SecretsStore,
        }.With("account_id", account);
        return Examination.OfPermission(Name, request, await examination.TryAsync(request).ConfigureAwait(false));
    }
}
