using System;
using System.Collections.Generic;

namespace CloudflareAiGateway.Emulator;

/// <summary>Whether a row was made at one of some times, or at none of them. Ranges are <see cref="LogTimeRange"/>.</summary>
internal sealed class LogTimeCondition(IReadOnlyList<DateTimeOffset> times, LogOperator @operator) : LogCondition(@operator, [])
{
    public override bool Matches(in LogRow row)
    {
        bool found = false;
        foreach (DateTimeOffset time in times)
        {
            found |= time.UtcTicks == DateTime.UnixEpoch.Ticks + (row.CreatedAt * TimeSpan.TicksPerMillisecond);
        }

        return found == (Operator == LogOperator.Eq);
    }
}
