using System.Collections.Generic;

namespace CloudflareAiGateway.Emulator;

/// <summary>Reads a text of a row.</summary>
internal delegate string? LogTextReader(in LogRow row);

/// <summary>Reads a number of a row.</summary>
internal delegate double? LogNumberReader(in LogRow row);

/// <summary>A condition on a text.</summary>
internal sealed class LogTextCondition(LogTextReader read, LogOperator @operator, IReadOnlyList<LogValue> values) : LogCondition(@operator, values)
{
    public override bool Matches(in LogRow row) => MatchesText(read(row));
}

/// <summary>A condition on a number.</summary>
internal sealed class LogNumberCondition(LogNumberReader read, LogOperator @operator, IReadOnlyList<LogValue> values) : LogCondition(@operator, values)
{
    public override bool Matches(in LogRow row) => MatchesNumber(read(row));
}

/// <summary>A condition on a yes or no.</summary>
internal sealed class LogFlagCondition(LogFlags flag, LogOperator @operator, IReadOnlyList<LogValue> values) : LogCondition(@operator, values)
{
    public override bool Matches(in LogRow row) => MatchesFlag(row.Has(flag));
}
