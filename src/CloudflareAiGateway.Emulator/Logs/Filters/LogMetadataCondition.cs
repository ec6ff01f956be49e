using System.Collections.Generic;

namespace CloudflareAiGateway.Emulator;

/// <summary>
/// A condition on the keys, or on the values, of the metadata: any one of them is enough. Keys and values know nothing of each
/// other, as with the service: a condition on both matches a row that has the key with another value, and the value elsewhere.
/// </summary>
internal sealed class LogMetadataCondition(bool onValues, LogOperator @operator, IReadOnlyList<LogValue> values) : LogCondition(@operator, values)
{
    public override bool Matches(in LogRow row)
    {
        bool all = Operator == LogOperator.Neq;
        int count = row.Metadata?.Keys.Count ?? 0;
        for (int i = 0; i < count; i++)
        {
            bool matches = onValues ? MatchesValue(row.Metadata!.Values[i]) : MatchesText(row.Metadata!.Keys[i]);
            if (matches != all)
            {
                return matches;
            }
        }

        return all;
    }

    private bool MatchesValue(LogValue value) =>
        Operator is LogOperator.Lt or LogOperator.Gt ? MatchesNumber(value.Number) : MatchesText(value.Text);
}
