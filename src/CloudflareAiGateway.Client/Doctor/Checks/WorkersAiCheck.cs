using System.Net.Http;
using System.Threading.Tasks;

namespace CloudflareAiGateway.Client;

/// <summary>Whether the token may use Workers AI, which calls to models through the API host need.</summary>
internal sealed class WorkersAiCheck : ICheck
{
    /// <inheritdoc/>
    public string Name => PermissionNames.WorkersAi;

    /// <inheritdoc/>
    public async Task<AiGatewayConnectionCheck> RunAsync(Examination examination)
    {
        if (examination.AccountId is not string account)
        {
            return Examination.NoAccount(Name);
        }

        ApiRequest request = new ApiRequest(HttpMethod.Get, "/accounts/{account_id}/ai/models/search", "workers-ai-search-model", "list models")
        {
            Permission = PermissionNames.WorkersAi,
        }.With("account_id", account).Query("per_page", "1");
        return Examination.OfPermission(Name, request, await examination.TryAsync(request).ConfigureAwait(false));
    }
}
