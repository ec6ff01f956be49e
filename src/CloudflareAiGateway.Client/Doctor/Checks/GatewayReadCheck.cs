using System.Threading.Tasks;

namespace CloudflareAiGateway.Client;

/// <summary>Whether the token may read gateways.</summary>
internal sealed class GatewayReadCheck : ICheck
{
    /// <inheritdoc/>
    public string Name => PermissionNames.Read;

    /// <inheritdoc/>
    public async Task<AiGatewayConnectionCheck> RunAsync(Examination examination)
    {
        if (examination.AccountId is not string account)
        {
            return Examination.NoAccount(Name);
        }

        ApiRequest request = GatewayRequests.List(account, null, 1, 1);
        return Examination.OfPermission(Name, request, await examination.TryAsync(request).ConfigureAwait(false));
    }
}
