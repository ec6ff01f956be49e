using System;
using System.Net.Http.Headers;

namespace CloudflareAiGateway.Client;

/// <summary>How long to wait before an attempt: what the service asks for, else 0.5 s doubling to 8 s with full jitter.</summary>
internal static class Backoff
{
    private const double FirstSeconds = 0.5;
    private const double LargestSeconds = 8;

    /// <summary>The wait before a repetition that nobody asked for.</summary>
    /// <param name="failures">How many attempts have failed, from 1.</param>
    /// <param name="random">A number from 0 to below 1.</param>
    public static TimeSpan Jittered(int failures, double random)
    {
        double ceiling = Math.Min(LargestSeconds, FirstSeconds * Math.Pow(2, Math.Min(failures - 1, 10)));
        return TimeSpan.FromSeconds(ceiling * random);
    }

    /// <summary>The wait that the service asked for, as seconds or as a date.</summary>
    /// <returns>Null when it asked for none, or for one that is over.</returns>
    public static TimeSpan? AskedFor(HttpResponseHeaders headers, TimeProvider clock)
    {
        RetryConditionHeaderValue? value = headers.RetryAfter;
        TimeSpan? wait = value?.Delta ?? (value?.Date is DateTimeOffset date ? date - clock.GetUtcNow() : null);
        return wait > TimeSpan.Zero ? wait : null;
    }
}
