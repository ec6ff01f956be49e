using System.Threading.Tasks;

namespace CloudflareAiGateway.Client;

/// <summary>
/// Tells a missing gateway from a missing thing inside one: the API answers for both alike, or for an unknown gateway with an empty list.
/// </summary>
internal static class GatewayPresence
{
    /// <summary>Makes sure that a gateway exists.</summary>
    /// <exception cref="AiGatewayException">NotFound, about the gateway; or why that could not be found out.</exception>
    public static async Task EnsureAsync(ApiTransport transport, string accountId, string gateway, CallContext call)
    {
        ApiOutcome outcome = await transport.TrySendAsync(GatewayRequests.Get(accountId, gateway), call).ConfigureAwait(false);
        if (outcome.Error is { Kind: AiGatewayErrorKind.NotFound } failure)
        {
            throw ErrorFactory.Retold(
                failure, $"There is no gateway '{gateway}' in account {accountId}.", failure.RecommendedAction, resource: "Gateway");
        }

        if (outcome.Error is not null)
        {
            throw outcome.Error;
        }
    }
}
