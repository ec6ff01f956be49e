using System;
using System.Globalization;
using System.Net.Http.Headers;

namespace CloudflareAiGateway.Client;

/// <summary>
/// Reads <c>Ratelimit</c> (<c>"default";r=50;t=30</c>) and <c>Ratelimit-Policy</c> (<c>"burst";q=100;w=60</c>). Names differ and there
/// may be several, parted by commas: the one nearest to its end counts. What cannot be read is ignored.
/// </summary>
internal static class RateLimitHeaders
{
    /// <summary>Reads both headers.</summary>
    /// <returns>Null when the answer does not say what remains.</returns>
    public static QuotaReport? Read(HttpResponseHeaders headers)
    {
        if (!headers.NonValidated.TryGetValues("Ratelimit", out HeaderStringValues state))
        {
            return null;
        }

        (int Remaining, int Reset)? worst = null;
        foreach (string value in state)
        {
            foreach (string item in value.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
            {
                if (Parameter(item, "r") is int remaining && Parameter(item, "t") is int reset && (worst is null || remaining < worst.Value.Remaining))
                {
                    worst = (remaining, reset);
                }
            }
        }

        return worst is null ? null : new QuotaReport(worst.Value.Remaining, TimeSpan.FromSeconds(worst.Value.Reset), ReadLimit(headers));
    }

    private static int? ReadLimit(HttpResponseHeaders headers)
    {
        if (!headers.NonValidated.TryGetValues("Ratelimit-Policy", out HeaderStringValues policies))
        {
            return null;
        }

        int? smallest = null;
        foreach (string value in policies)
        {
            foreach (string item in value.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
            {
                if (Parameter(item, "q") is int quota && quota > 0 && !(quota >= smallest))
                {
                    smallest = quota;
                }
            }
        }

        return smallest;
    }

    /// <summary>The number behind <c>;name=</c>; null when there is none or it makes no sense.</summary>
    private static int? Parameter(string item, string name)
    {
        foreach (string part in item.Split(';', StringSplitOptions.TrimEntries))
        {
            int equals = part.IndexOf('=', StringComparison.Ordinal);
            if (equals > 0
                && part.AsSpan(0, equals).Trim().SequenceEqual(name)
                && int.TryParse(part.AsSpan(equals + 1).Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out int number))
            {
                return number;
            }
        }

        return null;
    }
}
