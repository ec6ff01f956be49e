using System.Net.Http;
using System.Text.Json.Nodes;
using System.Threading.Tasks;

namespace CloudflareAiGateway.Client;

/// <summary>
/// Whether the token may call models through a gateway that wants a token. Sends a list of no steps, so no model is called; a gateway
/// without authentication would let everybody pass and prove nothing.
/// </summary>
internal sealed class GatewayRunCheck : ICheck
{
    private const int PageSize = 50;

    /// <inheritdoc/>
    public string Name => PermissionNames.Run;

    /// <inheritdoc/>
    public async Task<AiGatewayConnectionCheck> RunAsync(Examination examination)
    {
        if (examination.AccountId is not string account)
        {
            return Examination.NoAccount(Name);
        }

        if (await FindAsync(examination, account).ConfigureAwait(false) is not string gateway)
        {
            return new AiGatewayConnectionCheck(
                Name,
                CheckStatus.Unknown,
                "No gateway of the account has authentication on, so a harmless call cannot tell.",
                "A new gateway has it on (New-AiGateway); Test-AiGatewayModel tries a real call, which costs a little.");
        }

        ApiRequest request = new ApiRequest(HttpMethod.Post, "/{account_id}/{gateway_id}", "universal", $"call gateway '{gateway}'")
        {
            Host = ApiHost.Gateway,
            Permission = PermissionNames.Run,
            Repeat = RepeatRule.NeverRepeat,
            Body = new JsonArray(),
        }.With("account_id", account).With("gateway_id", gateway);
        ApiOutcome outcome = await examination.TryAsync(request).ConfigureAwait(false);

        // Anything that the gateway itself says after letting the call in proves the permission.
        return outcome.Error is { Kind: AiGatewayErrorKind.Rejected }
            ? new AiGatewayConnectionCheck(Name, CheckStatus.Passed, $"The token may: {request.Permission} (tried on gateway '{gateway}').")
            : Examination.OfPermission(Name, request, outcome);
    }

    private static async Task<string?> FindAsync(Examination examination, string account)
    {
        for (int page = 1; ; page++)
        {
            ResultPage<AiGateway> gateways = await examination.Gateways.ListAsync(account, null, page, PageSize, examination.Call).ConfigureAwait(false);
            foreach (AiGateway gateway in gateways.Items)
            {
                if (gateway.Authentication == true)
                {
                    return gateway.Id;
                }
            }

            if (gateways.IsLast)
            {
                return null;
            }
        }
    }
}
