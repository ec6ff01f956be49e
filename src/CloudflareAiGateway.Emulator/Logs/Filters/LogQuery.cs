using System;
using System.Collections.Generic;
using System.Text;

namespace CloudflareAiGateway.Emulator;

/// <summary>Which rows a call is about, and in which order.</summary>
internal sealed class LogQuery
{
    private readonly List<LogCondition> _conditions = [];
    private readonly StringBuilder _signature = new();

    public LogTimeRange Range { get; } = new();

    /// <summary>What to find out row by row.</summary>
    public IReadOnlyList<LogCondition> Conditions => _conditions;

    /// <summary>The only ids that count, which are found without a look at the other rows; null for all.</summary>
    public IReadOnlyList<LogValue>? Ids { get; private set; }

    public LogOrder Order { get; set; } = LogOrder.ByTime;

    public bool Descending { get; set; }

    /// <summary>The same for conditions that are the same.</summary>
    public string Signature => _signature.ToString();

    public bool Matches(in LogRow row)
    {
        foreach (LogCondition condition in _conditions)
        {
            if (!condition.Matches(row))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Adds a condition.</summary>
    /// <param name="condition">The condition.</param>
    /// <param name="signature">A text that is another one for each other condition.</param>
    public void Add(LogCondition condition, string signature)
    {
        _conditions.Add(condition);
        _signature.Append(signature).Append('\n');
    }

    public void Add(string key, LogOperator @operator, IReadOnlyList<LogValue> values, string signature)
    {
        if (key == LogFields.Id && @operator == LogOperator.Eq && Ids is null)
        {
            Ids = values;
        }
        else
        {
            Add(LogFields.MakeCondition(key, @operator, values), signature);
        }
    }

    /// <summary>Adds a condition on the time; any one of the times is enough.</summary>
    public void Add(LogOperator @operator, IReadOnlyList<DateTimeOffset> times, string signature)
    {
        if (@operator is LogOperator.Eq or LogOperator.Neq)
        {
            Add(new LogTimeCondition(times, @operator), signature);
        }
        else if (times.Count == 0)
        {
            Range.Close();
        }
        else
        {
            var sorted = new List<DateTimeOffset>(times);
            sorted.Sort();
            Range.Cut(@operator, @operator is LogOperator.Gt or LogOperator.AtLeast ? sorted[0] : sorted[^1]);
        }
    }
}
