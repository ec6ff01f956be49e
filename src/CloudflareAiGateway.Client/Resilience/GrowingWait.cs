using System;
using System.Threading;
using System.Threading.Tasks;

namespace CloudflareAiGateway.Client;

/// <summary>Looks at something again and again until it is ready: half a second at first, each wait half as long again, up to five seconds.</summary>
internal sealed class GrowingWait
{
    private const double FirstSeconds = 0.5;
    private const double Growth = 1.5;
    private const double LongestSeconds = 5;

    private readonly TimeProvider _clock;
    private readonly long _start;
    private double _next = FirstSeconds;

    /// <summary>Starts the clock.</summary>
    /// <param name="clock">Measures the waits.</param>
    /// <param name="limit">How long in all.</param>
    public GrowingWait(TimeProvider clock, TimeSpan limit)
    {
        _clock = clock;
        _start = clock.GetTimestamp();
        Limit = limit;
    }

    /// <summary>How long in all.</summary>
    public TimeSpan Limit { get; }

    /// <summary>How long it has lasted.</summary>
    public TimeSpan Elapsed => _clock.GetElapsedTime(_start);

    /// <summary>Waits once more; the last wait is cut so that it ends at the limit.</summary>
    /// <returns>False when the limit is reached, without a wait.</returns>
    public async Task<bool> NextAsync(CancellationToken cancellationToken)
    {
        TimeSpan left = Limit - Elapsed;
        if (left <= TimeSpan.Zero)
        {
            return false;
        }

        var wait = TimeSpan.FromSeconds(_next);
        _next = Math.Min(LongestSeconds, _next * Growth);
        await Task.Delay(wait < left ? wait : left, _clock, cancellationToken).ConfigureAwait(false);
        return true;
    }
}
