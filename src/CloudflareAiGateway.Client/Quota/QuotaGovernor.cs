using System;
using System.Threading;
using System.Threading.Tasks;

namespace CloudflareAiGateway.Client;

/// <summary>
/// Paces all calls of one token in this process, so that the API's block of five minutes is not met, and waits it out when it is.
/// What the API says of the remaining calls goes before our own count; while nothing is known, our own count rules.
/// </summary>
internal sealed class QuotaGovernor
{
    private readonly TimeProvider _clock;
    private readonly object _lock = new();
    private readonly CallWindow? _own;
    private readonly long _start;
    private TimeSpan _blockedUntil;
    private TimeSpan _resetAt;
    private TimeSpan _nextSlot;
    private int? _remaining;
    private int? _limit;
    private int _inFlight;

    /// <summary>Makes a governor that knows nothing yet.</summary>
    /// <param name="clock">Measures windows.</param>
    /// <param name="countsOwnCalls">Whether to count calls while the service says nothing; an emulator may have no quota at all.</param>
    public QuotaGovernor(TimeProvider clock, bool countsOwnCalls = true)
    {
        _own = countsOwnCalls ? new CallWindow() : null;
        _clock = clock;
        _start = clock.GetTimestamp();
    }

    private TimeSpan Now => _clock.GetElapsedTime(_start);

    /// <summary>Waits for a place. Every successful call must be followed by <see cref="Release"/>.</summary>
    /// <param name="budget">The call's deadline.</param>
    /// <param name="announce">Told of a wait before it begins.</param>
    /// <param name="cancellationToken">Ends the wait at once.</param>
    /// <exception cref="QuotaWaitException">The wait does not fit the deadline.</exception>
    public async Task AcquireAsync(CallBudget budget, Action<TimeSpan> announce, CancellationToken cancellationToken)
    {
        bool paced = false;
        while (true)
        {
            cancellationToken.ThrowIfCancellationRequested();
            TimeSpan wait;
            lock (_lock)
            {
                wait = ChooseWait(Now, budget.Remaining, ref paced);
                if (wait == TimeSpan.Zero)
                {
                    _inFlight++;
                    _own?.Add((long)Now.TotalSeconds);
                    return;
                }
            }

            announce(wait);
            await Task.Delay(wait, _clock, cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>Learns from an answer.</summary>
    /// <param name="report">What the answer says of the quota; null when it says nothing.</param>
    /// <param name="blockedFor">How long a 429 asked to wait; null when it was none, or did not say.</param>
    public void Observe(QuotaReport? report, TimeSpan? blockedFor)
    {
        lock (_lock)
        {
            TimeSpan now = Now;
            if (blockedFor is TimeSpan block && now + block > _blockedUntil)
            {
                _blockedUntil = now + block;
            }

            if (report is null)
            {
                return;
            }

            // Answers overtake each other: within one window the smaller number is the newer one. An earlier end is always
            // believed, as seconds are rounded up on the wire and a limit may be changed while its window runs.
            TimeSpan resetAt = now + report.Reset;
            bool sameWindow = _remaining is not null && now < _resetAt && resetAt <= _resetAt + TimeSpan.FromSeconds(1);
            _remaining = sameWindow ? Math.Min(_remaining!.Value, report.Remaining) : report.Remaining;
            _resetAt = sameWindow && _resetAt < resetAt ? _resetAt : resetAt;
            _limit = report.Limit ?? _limit;
        }
    }

    /// <summary>Ends a call that had a place.</summary>
    public void Release()
    {
        lock (_lock)
        {
            _inFlight--;
        }
    }

    /// <summary>What is known now.</summary>
    public QuotaSnapshot Snapshot()
    {
        lock (_lock)
        {
            TimeSpan now = Now;
            bool known = _remaining is not null && now < _resetAt;
            return new QuotaSnapshot(
                known ? _remaining : null,
                _limit,
                known ? _resetAt - now : TimeSpan.Zero,
                _blockedUntil > now ? _blockedUntil - now : TimeSpan.Zero);
        }
    }

    /// <param name="now">The present.</param>
    /// <param name="left">What is left of the caller's deadline.</param>
    /// <param name="paced">Whether the caller has already waited for its slot, and needs no other.</param>
    private TimeSpan ChooseWait(TimeSpan now, TimeSpan left, ref bool paced)
    {
        TimeSpan wait = TimeSpan.Zero;
        if (_blockedUntil > now)
        {
            wait = _blockedUntil - now;
        }
        else if (_remaining is int remaining && now < _resetAt)
        {
            int free = remaining - _inFlight;
            TimeSpan window = _resetAt - now;
            if (free <= 0)
            {
                wait = window;
            }
            else if (free <= Reserve() && !paced)
            {
                TimeSpan from = _nextSlot > now ? _nextSlot : now;
                TimeSpan slot = from + (window / (free + 1));
                Refuse(slot - now, left);
                _nextSlot = slot;
                paced = true;
                wait = slot - now;
            }
        }
        else
        {
            wait = _own?.Wait((long)now.TotalSeconds) ?? TimeSpan.Zero;
        }

        Refuse(wait, left);
        return wait;
    }

    private static void Refuse(TimeSpan wait, TimeSpan left)
    {
        if (wait > TimeSpan.Zero && wait >= left)
        {
            throw new QuotaWaitException(wait);
        }
    }

    private int Reserve() => Math.Max(1, (_limit ?? CallWindow.Capacity) / 50);
}
