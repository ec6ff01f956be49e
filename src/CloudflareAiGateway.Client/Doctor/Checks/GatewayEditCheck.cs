using System.Collections.Generic;
using System.Net.Http;
using System.Text.Json.Nodes;
using System.Threading.Tasks;

namespace CloudflareAiGateway.Client;

/// <summary>
/// Whether the token may change gateways: a creation without any of its required members. Permission is checked before input, so the
/// rejection of the input proves the permission, and nothing is created.
/// </summary>
internal sealed class GatewayEditCheck : ICheck
{
    private static readonly HashSet<int> s_inputWasLookedAt = [400, 422];

    /// <inheritdoc/>
    public string Name => PermissionNames.Edit;

    /// <inheritdoc/>
    public async Task<AiGatewayConnectionCheck> RunAsync(Examination examination)
    {
        if (examination.AccountId is not string account)
        {
            return Examination.NoAccount(Name);
        }

        var request = new ApiRequest(HttpMethod.Post, "/accounts/{account_id}/ai-gateway/gateways", "aig-config-create-gateway", "check the right to change gateways")
        {
            Permission = PermissionNames.Edit,

            // Nothing can be created, so repeating it is harmless.
            Repeat = RepeatRule.Idempotent,
            Body = new JsonObject(),
        };
        ApiOutcome outcome = await examination.TryAsync(request.With("account_id", account)).ConfigureAwait(false);
        return outcome.Error is { Kind: AiGatewayErrorKind.Unauthorized or AiGatewayErrorKind.NotFound }
            ? Examination.OfPermission(Name, request, outcome)
            : Examination.OfPermission(Name, request, outcome, s_inputWasLookedAt);
    }
}
