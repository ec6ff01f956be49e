using System;
using System.Collections.Generic;
using System.Globalization;

namespace CloudflareAiGateway.Emulator;

/// <summary>One condition on rows: a member, an operator, values of which any one is enough.</summary>
/// <param name="operator">How to compare; with <see cref="LogOperator.Neq"/> the row must be equal to none of the values.</param>
/// <param name="values">What to compare with.</param>
internal abstract class LogCondition(LogOperator @operator, IReadOnlyList<LogValue> values)
{
    protected LogOperator Operator => @operator;

    protected IReadOnlyList<LogValue> Values => values;

    public abstract bool Matches(in LogRow row);

    /// <summary>Compares a text; null is equal to null only.</summary>
    protected bool MatchesText(string? text)
    {
        foreach (LogValue value in values)
        {
            bool matches = @operator switch
            {
                LogOperator.Eq or LogOperator.Neq => text == value.Text,
                LogOperator.Contains => Contains(text, value),

                // No source says that texts are ordered, so nothing is smaller or greater.
                _ => false,
            };
            if (matches)
            {
                return @operator != LogOperator.Neq;
            }
        }

        return @operator == LogOperator.Neq;
    }

    /// <summary>Compares a number; null is equal to null only, and neither smaller nor greater than anything.</summary>
    protected bool MatchesNumber(double? number)
    {
        foreach (LogValue value in values)
        {
            bool matches = @operator switch
            {
                LogOperator.Eq or LogOperator.Neq => value.Text is null ? number is null : number is not null && number == value.Number,
                LogOperator.Contains => Contains(number?.ToString(CultureInfo.InvariantCulture), value),
                LogOperator.Lt => number < value.Number,
                LogOperator.Gt => number > value.Number,
                LogOperator.AtMost => number <= value.Number,
                _ => number >= value.Number,
            };
            if (matches)
            {
                return @operator != LogOperator.Neq;
            }
        }

        return @operator == LogOperator.Neq;
    }

    protected bool MatchesFlag(bool flag)
    {
        foreach (LogValue value in values)
        {
            bool matches = @operator switch
            {
                LogOperator.Eq or LogOperator.Neq => flag == value.Flag,
                LogOperator.Contains => Contains(flag ? "true" : "false", value),
                _ => false,
            };
            if (matches)
            {
                return @operator != LogOperator.Neq;
            }
        }

        return @operator == LogOperator.Neq;
    }

    private static bool Contains(string? text, LogValue value) =>
        text is not null && value.Text is not null && text.Contains(value.Text, StringComparison.OrdinalIgnoreCase);
}
