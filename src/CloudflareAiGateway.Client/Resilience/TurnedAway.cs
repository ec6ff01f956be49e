using System.IO;
using System.Net.Http;

namespace CloudflareAiGateway.Client;

/// <summary>
/// Whether the gateway turned a metered call away before a provider saw it, so that sending it again costs nothing twice. Headers and the
/// envelope tell: a provider's own refusal has another shape, and an answer of a step carries that step. A spend limit is no reason to
/// come back within seconds.
/// </summary>
internal static class TurnedAway
{
    private static readonly string[] s_stepHeaders = ["cf-aig-step", "cf-aig-provider", "cf-aig-model", "cf-aig-cache-status"];

    /// <summary>Judges the answer of a metered call.</summary>
    public static FailureKind Judge(HttpResponseMessage response)
    {
        int status = (int)response.StatusCode;
        if (status is not (429 or 503) || WasRun(response))
        {
            return FailureKind.Final;
        }

        GatewayFailure failure = GatewayFailure.Read(Body(response), status, static text => text);
        return failure.IsGateways && failure.Reason is AiGatewayErrorReason.GatewayRateLimited or AiGatewayErrorReason.None
            ? FailureKind.Throttled
            : FailureKind.Final;
    }

    private static bool WasRun(HttpResponseMessage response)
    {
        foreach (string name in s_stepHeaders)
        {
            if (response.Headers.NonValidated.Contains(name))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The body of a failure is in memory already.</summary>
    private static byte[] Body(HttpResponseMessage response)
    {
        using var copy = new MemoryStream();
        response.Content.ReadAsStream().CopyTo(copy);
        response.Content.ReadAsStream().Position = 0;
        return copy.ToArray();
    }
}
