using System;
using System.Globalization;
using System.Threading.Tasks;

namespace CloudflareAiGateway.Client;

/// <summary>Whether this machine's clock agrees with the service's: TLS and dates in filters depend on it.</summary>
internal sealed class ClockCheck : ICheck
{
    private static readonly TimeSpan s_tolerated = TimeSpan.FromSeconds(60);

    /// <inheritdoc/>
    public string Name => "Clock";

    /// <inheritdoc/>
    public async Task<AiGatewayConnectionCheck> RunAsync(Examination examination)
    {
        ApiOutcome outcome = await examination.TryAsync(AccountRequests.VerifyUserToken()).ConfigureAwait(false);
        if (outcome.Reply?.Date is not DateTimeOffset theirs)
        {
            return new AiGatewayConnectionCheck(Name, CheckStatus.Unknown, "The service did not say what time it has.");
        }

        TimeSpan off = examination.Transport.Clock.GetUtcNow() - theirs;
        string seconds = Math.Abs(off.TotalSeconds).ToString("0", CultureInfo.InvariantCulture);
        return off.Duration() <= s_tolerated
            ? new AiGatewayConnectionCheck(Name, CheckStatus.Passed, $"This machine's clock agrees with the service's to {seconds} s.")
            : new AiGatewayConnectionCheck(
                Name,
                CheckStatus.Warning,
                $"This machine's clock is {seconds} s {(off > TimeSpan.Zero ? "ahead of" : "behind")} the service's.",
                "Set the clock, best by time synchronization.");
    }
}
