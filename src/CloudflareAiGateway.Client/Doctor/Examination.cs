using System.Collections.Generic;
using System.Threading.Tasks;

namespace CloudflareAiGateway.Client;

/// <summary>What a check works with.</summary>
/// <param name="Transport">Sends requests.</param>
/// <param name="Accounts">Accounts, and the token.</param>
/// <param name="Gateways">Gateways.</param>
/// <param name="AccountId">The account, or null when it is not known.</param>
/// <param name="Call">Where messages go, and when to stop.</param>
internal sealed record Examination(ApiTransport Transport, IAccountClient Accounts, IGatewayClient Gateways, string? AccountId, CallContext Call)
{
    /// <summary>Sends a request whose failure is part of the finding.</summary>
    public Task<ApiOutcome> TryAsync(ApiRequest request) => Transport.TrySendAsync(request, Call);

    /// <summary>The finding of a check that needs an account and has none.</summary>
    public static AiGatewayConnectionCheck NoAccount(string name) =>
        new(name, CheckStatus.Unknown, "No account is known, so this cannot be checked.", "Connect with an account id, or set CLOUDFLARE_ACCOUNT_ID.");

    /// <summary>The finding about a permission: granted when the call worked or failed for another reason than permission.</summary>
    public static AiGatewayConnectionCheck OfPermission(string name, ApiRequest request, ApiOutcome outcome, IReadOnlySet<int>? grantedByStatus = null)
    {
        if (outcome.Error is not AiGatewayException error || grantedByStatus?.Contains(error.StatusCode ?? 0) == true)
        {
            return new AiGatewayConnectionCheck(name, CheckStatus.Passed, $"The token may: {request.Permission}.");
        }

        return error.Kind is AiGatewayErrorKind.Forbidden or AiGatewayErrorKind.Unauthorized
            ? new AiGatewayConnectionCheck(name, CheckStatus.Failed, error.Message, Advice.Permission(request))
            : new AiGatewayConnectionCheck(name, CheckStatus.Unknown, error.Message, error.RecommendedAction);
    }
}
