using System;

namespace CloudflareAiGateway.Client.Tests;

/// <summary>What a <see cref="LiveLog"/> does to its rows and to its answers.</summary>
internal sealed record LiveTrouble
{
    /// <summary>New rows come at the new end, some of them with one time.</summary>
    public bool Inserts { get; init; }

    /// <summary>Rows are logged late, with older times: between others, or at the times of others.</summary>
    public bool LateRows { get; init; }

    /// <summary>Rows are deleted anywhere, one by one or by the block.</summary>
    public bool Deletes { get; init; }

    /// <summary>The oldest rows are evicted.</summary>
    public bool Evicts { get; init; }

    /// <summary>A page ends early, although more rows follow.</summary>
    public bool ShortPages { get; init; }

    /// <summary>A page leaves rows out in its middle.</summary>
    public bool Holes { get; init; }

    /// <summary>Some rows are counted in pages but never shown, so that most pages are short for ever.</summary>
    public bool Hides { get; init; }

    /// <summary>An earlier answer is served again.</summary>
    public bool Repeats { get; init; }

    /// <summary>A page is empty, although rows follow.</summary>
    public bool EmptyPages { get; init; }

    /// <summary>Times are finer than the milliseconds that questions are asked in.</summary>
    public bool FineTimes { get; init; }

    /// <summary>Totals are missing, stale, capped, far too large, zero, or the page's own count.</summary>
    public bool WrongTotals { get; init; }

    /// <summary>How often in a row the same question may be answered wrongly.</summary>
    public int LiesInARow { get; init; } = 1;

    /// <summary>A mixture: about half of everything.</summary>
    public static LiveTrouble Some(Random random) => new()
    {
        Inserts = random.Next(2) == 0,
        LateRows = random.Next(2) == 0,
        Deletes = random.Next(2) == 0,
        Evicts = random.Next(3) == 0,
        ShortPages = random.Next(2) == 0,
        Holes = random.Next(3) == 0,
        Hides = random.Next(5) == 0,
        Repeats = random.Next(2) == 0,
        EmptyPages = random.Next(2) == 0,
        WrongTotals = random.Next(2) == 0,
    };

    /// <summary>One kind of trouble alone, by number.</summary>
    public static LiveTrouble One(int kind) => (kind % 11) switch
    {
        0 => new() { Inserts = true },
        1 => new() { LateRows = true },
        2 => new() { Deletes = true },
        3 => new() { Evicts = true },
        4 => new() { ShortPages = true },
        5 => new() { Holes = true },
        6 => new() { Hides = true },
        7 => new() { Repeats = true },
        8 => new() { EmptyPages = true },
        9 => new() { WrongTotals = true },
        _ => new(),
    };

    /// <summary>Whether rows stay where and what they are.</summary>
    public bool IsStill => !(Inserts || LateRows || Deletes || Evicts);

    /// <summary>Whether every answer is right.</summary>
    public bool IsHonest => !(ShortPages || Holes || Hides || Repeats || EmptyPages || WrongTotals);
}
