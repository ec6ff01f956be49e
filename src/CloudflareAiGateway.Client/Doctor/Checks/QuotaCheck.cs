using System;
using System.Globalization;
using System.Threading.Tasks;

namespace CloudflareAiGateway.Client;

/// <summary>How many calls the token has left, by what the API last said.</summary>
internal sealed class QuotaCheck : ICheck
{
    /// <summary>Below this share of the limit the user should know.</summary>
    private const double LowShare = 0.1;

    /// <inheritdoc/>
    public string Name => "Quota";

    /// <inheritdoc/>
    public async Task<AiGatewayConnectionCheck> RunAsync(Examination examination)
    {
        QuotaGovernor governor = examination.Transport.Settings.Governor;
        if (governor.Snapshot().Remaining is null)
        {
            await examination.TryAsync(AccountRequests.VerifyUserToken()).ConfigureAwait(false);
        }

        QuotaSnapshot quota = governor.Snapshot();
        if (quota.BlockedFor > TimeSpan.Zero)
        {
            return new AiGatewayConnectionCheck(Name, CheckStatus.Failed, $"The API blocks all calls of the token for another {Seconds(quota.BlockedFor)} s.", "Wait, and send fewer calls at once.");
        }

        if (quota.Remaining is not int remaining)
        {
            return new AiGatewayConnectionCheck(Name, CheckStatus.Unknown, "The service did not say how many calls are left.");
        }

        string detail = $"{remaining}{(quota.Limit is int limit ? $" of {limit}" : string.Empty)} calls are left for the next {Seconds(quota.Reset)} s.";
        bool isLow = remaining < (quota.Limit ?? CallWindow.Capacity) * LowShare;
        return new AiGatewayConnectionCheck(
            Name,
            isLow ? CheckStatus.Warning : CheckStatus.Passed,
            detail,
            isLow ? "Commands slow down by themselves. The quota is shared by everything that uses this token or its user." : null);
    }

    private static string Seconds(TimeSpan time) => Math.Ceiling(time.TotalSeconds).ToString("0", CultureInfo.InvariantCulture);
}
