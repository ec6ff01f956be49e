using System;

namespace CloudflareAiGateway.Client;

/// <summary>
/// Our own count of calls: never more than 1,200 in any 300 seconds, kept per second. Unlike a bucket that refills while it is being
/// emptied, it cannot let twice the quota through in one window. Not thread-safe: the governor locks.
/// </summary>
internal sealed class CallWindow
{
    /// <summary>Calls that the API allows per window (Cloudflare: Rate limits).</summary>
    public const int Capacity = 1200;

    /// <summary>The length of a window in seconds.</summary>
    public const int Seconds = 300;

    /// <summary>One more than the window is long, as a call may fall anywhere within its second.</summary>
    private const int Slots = Seconds + 1;

    private readonly int[] _counts = new int[Slots];
    private long _newest;
    private int _total;

    /// <summary>How long the next call has to wait.</summary>
    /// <param name="second">The present second of any steady clock.</param>
    public TimeSpan Wait(long second)
    {
        Advance(second);
        if (_total < Capacity)
        {
            return TimeSpan.Zero;
        }

        // The oldest second that holds calls is the first to leave the window.
        for (int age = Slots - 1; age >= 0; age--)
        {
            if (_newest - age >= 0 && _counts[Slot(_newest - age)] > 0)
            {
                return TimeSpan.FromSeconds(Slots - age);
            }
        }

        return TimeSpan.Zero;
    }

    /// <summary>Counts one call.</summary>
    public void Add(long second)
    {
        Advance(second);
        _counts[Slot(_newest)]++;
        _total++;
    }

    private static int Slot(long second) => (int)(second % Slots);

    private void Advance(long second)
    {
        for (long steps = Math.Min(second - _newest, Slots); steps > 0; steps--)
        {
            int slot = Slot(second - steps + 1);
            _total -= _counts[slot];
            _counts[slot] = 0;
        }

        _newest = Math.Max(_newest, second);
    }
}
