using System;

namespace CloudflareAiGateway.Client;

/// <summary>The total deadline of a call, waits included. Several requests of one operation share one budget.</summary>
internal sealed class CallBudget
{
    private readonly TimeProvider _clock;
    private readonly long _start;

    /// <summary>Starts the clock.</summary>
    public CallBudget(TimeSpan total, TimeProvider clock)
    {
        Total = total;
        _clock = clock;
        _start = clock.GetTimestamp();
    }

    /// <summary>The whole deadline.</summary>
    public TimeSpan Total { get; }

    /// <summary>What is left of it; zero when nothing is.</summary>
    public TimeSpan Remaining
    {
        get
        {
            TimeSpan left = Total - _clock.GetElapsedTime(_start);
            return left > TimeSpan.Zero ? left : TimeSpan.Zero;
        }
    }
}
