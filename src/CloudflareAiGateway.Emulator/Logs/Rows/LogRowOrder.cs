using System.Collections.Generic;

namespace CloudflareAiGateway.Emulator;

/// <summary>The order in which rows are kept: by time, then by nothing that means anything.</summary>
internal sealed class LogRowOrder : IComparer<LogRow>
{
    public static readonly LogRowOrder Instance = new();

    int IComparer<LogRow>.Compare(LogRow x, LogRow y) => Compare(x, y);

    public static int Compare(in LogRow x, in LogRow y)
    {
        int byTime = x.CreatedAt.CompareTo(y.CreatedAt);
        return byTime != 0 ? byTime : x.Tie.CompareTo(y.Tie);
    }
}
