using System;

namespace CloudflareAiGateway.Emulator;

/// <summary>How long a provider may take, and how often it is called.</summary>
/// <param name="Attempts">At least 1.</param>
/// <param name="Timeout">Milliseconds until the first part of an answer; null for any time.</param>
/// <param name="Delay">Milliseconds between attempts, to begin with.</param>
/// <param name="Backoff">How the delay grows: constant, linear or exponential.</param>
internal sealed record CallPatience(int Attempts, int? Timeout, int Delay, string Backoff)
{
    /// <summary>Whether the last of several attempts may take any time, as the documentation has it for requests.</summary>
    public bool WaitsForLast { get; init; } = true;

    /// <summary>The patience of a step: headers go before the gateway's settings.</summary>
    public static CallPatience Of(CallOptions options, GatewaySettings gateway) => new(
        options.MaxAttempts ?? gateway.RetryMaxAttempts ?? 1,
        options.RequestTimeout,
        options.RetryDelay ?? gateway.RetryDelay ?? 0,
        options.Backoff ?? gateway.RetryBackoff ?? "constant");

    /// <summary>The time-out of an attempt, from 1.</summary>
    public int? TimeoutOf(int attempt) => WaitsForLast && Attempts > 1 && attempt == Attempts ? null : Timeout;

    public TimeSpan DelayBehind(int attempt) => TimeSpan.FromMilliseconds(Backoff switch
    {
        "linear" => (double)Delay * attempt,
        "exponential" => Delay * Math.Pow(2, attempt - 1),
        _ => Delay,
    });
}
