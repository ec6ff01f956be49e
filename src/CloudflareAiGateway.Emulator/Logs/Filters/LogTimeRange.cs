using System;

namespace CloudflareAiGateway.Emulator;

/// <summary>The times that a query asks for, in the whole milliseconds that rows have; a bound between two of them is rounded away.</summary>
internal sealed class LogTimeRange
{
    /// <summary>The first time that belongs to it.</summary>
    public long From { get; private set; } = long.MinValue;

    /// <summary>The first time that does not.</summary>
    public long Until { get; private set; } = long.MaxValue;

    public void Cut(LogOperator @operator, DateTimeOffset time)
    {
        long ticks = time.UtcTicks - DateTime.UnixEpoch.Ticks;
        long floor = (ticks - Modulo(ticks)) / TimeSpan.TicksPerMillisecond;
        long ceiling = Modulo(ticks) == 0 ? floor : floor + 1;
        switch (@operator)
        {
            case LogOperator.Gt:
                From = Math.Max(From, floor + 1);
                break;
            case LogOperator.AtLeast:
                From = Math.Max(From, ceiling);
                break;
            case LogOperator.Lt:
                Until = Math.Min(Until, ceiling);
                break;
            default:
                Until = Math.Min(Until, floor + 1);
                break;
        }
    }

    /// <summary>Leaves nothing.</summary>
    public void Close() => Until = long.MinValue;

    private static long Modulo(long ticks) =>
        ((ticks % TimeSpan.TicksPerMillisecond) + TimeSpan.TicksPerMillisecond) % TimeSpan.TicksPerMillisecond;
}
