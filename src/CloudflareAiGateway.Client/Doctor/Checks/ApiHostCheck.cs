using System;
using System.Globalization;
using System.Threading.Tasks;

namespace CloudflareAiGateway.Client;

/// <summary>Whether the management API answers at all, whatever it says.</summary>
internal sealed class ApiHostCheck : ICheck
{
    /// <inheritdoc/>
    public string Name => "API host";

    /// <inheritdoc/>
    public async Task<AiGatewayConnectionCheck> RunAsync(Examination examination)
    {
        TimeProvider clock = examination.Transport.Clock;
        long start = clock.GetTimestamp();
        ApiOutcome outcome = await examination.TryAsync(AccountRequests.VerifyUserToken()).ConfigureAwait(false);
        string host = examination.Transport.Settings.Options.BaseUri.Authority;
        if (outcome.Reply is null)
        {
            return new AiGatewayConnectionCheck(Name, CheckStatus.Failed, outcome.Error!.Message, outcome.Error.RecommendedAction);
        }

        if (outcome.Error?.Kind is AiGatewayErrorKind.UnexpectedResponse or AiGatewayErrorKind.Unavailable)
        {
            return new AiGatewayConnectionCheck(Name, CheckStatus.Warning, outcome.Error.Message, outcome.Error.RecommendedAction);
        }

        string took = clock.GetElapsedTime(start).TotalMilliseconds.ToString("0", CultureInfo.InvariantCulture);
        return new AiGatewayConnectionCheck(Name, CheckStatus.Passed, $"{host} answered in {took} ms.");
    }
}
