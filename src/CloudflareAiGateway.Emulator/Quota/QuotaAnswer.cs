using System.Globalization;

namespace CloudflareAiGateway.Emulator;

/// <summary>What the quota says to one call.</summary>
/// <param name="Allowed">Whether the call may go on.</param>
/// <param name="Remaining">Calls left in the window.</param>
/// <param name="ResetSeconds">Seconds until there are new ones.</param>
/// <param name="Quota">The rule.</param>
internal readonly record struct QuotaAnswer(bool Allowed, int Remaining, int ResetSeconds, EmulatorQuota Quota)
{
    public void AddTo(EmulatedResponse response)
    {
        response.Headers["Ratelimit"] = string.Create(CultureInfo.InvariantCulture, $"\"default\";r={Remaining};t={ResetSeconds}");
        response.Headers["Ratelimit-Policy"] = string.Create(CultureInfo.InvariantCulture, $"\"default\";q={Quota.Limit};w={Quota.Window}");
        if (!Allowed)
        {
            response.Headers["Retry-After"] = ResetSeconds.ToString(CultureInfo.InvariantCulture);
        }
    }
}
