using System;

namespace CloudflareAiGateway.Emulator;

/// <summary>What rows are sorted by. Rows that are equal in it come in an order that stays the same and means nothing.</summary>
internal sealed class LogOrder
{
    private readonly LogTextReader? _text;
    private readonly LogNumberReader? _number;

    private LogOrder(string name)
    {
        Name = name;
        switch (name)
        {
            case "provider" or "model" or "model_type":
                _text = LogFields.TextReader(name);
                break;
            case LogFields.CreatedAt:
                break;
            default:
                _number = LogFields.NumberReader(name);
                break;
        }
    }

    /// <summary>The order in which the rows are kept.</summary>
    public static LogOrder ByTime { get; } = new(LogFields.CreatedAt);

    public static string[] ForList { get; } = [LogFields.CreatedAt, "provider", "model", "model_type", "success", "cached"];

    public static string[] ForDelete { get; } = [.. ForList, "cost", "tokens_in", "tokens_out", "duration", "feedback"];

    public string Name { get; }

    public bool IsByTime => ReferenceEquals(this, ByTime);

    public static LogOrder From(string name) => name == LogFields.CreatedAt ? ByTime : new LogOrder(name);

    public int Compare(in LogRow x, in LogRow y)
    {
        int byValue = _text is not null
            ? string.CompareOrdinal(_text(x), _text(y))
            : Nullable.Compare(_number!(x), _number(y));
        return byValue != 0 ? byValue : x.Tie.CompareTo(y.Tie);
    }
}
