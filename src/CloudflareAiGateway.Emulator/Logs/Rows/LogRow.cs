using System;
using System.Globalization;

namespace CloudflareAiGateway.Emulator;

/// <summary>A log row, small enough for a million of them: what can be made from something else is not in it.</summary>
internal readonly record struct LogRow
{
    /// <summary>Unix milliseconds.</summary>
    public long CreatedAt { get; init; }

    /// <summary>62 random bits: with the time they make the id, and alone the bodies.</summary>
    public ulong Bits { get; init; }

    public LogKind Kind { get; init; }

    public LogMetadata? Metadata { get; init; }

    public LogNotes? Notes { get; init; }

    /// <summary>US dollars; NaN when nobody knows the price.</summary>
    public double Cost { get; init; }

    /// <summary>Milliseconds.</summary>
    public int Duration { get; init; }

    /// <summary>-1 for null.</summary>
    public int TokensIn { get; init; }

    /// <summary>-1 for null.</summary>
    public int TokensOut { get; init; }

    public short Status { get; init; }

    public LogFlags Flags { get; init; }

    public byte Step { get; init; }

    /// <summary>
    /// Orders rows whose other members are equal. It has nothing to do with the order of insertion or with the id's text, so
    /// that a caller who relies on either is found out.
    /// </summary>
    public ulong Tie => LogId.Mix(Bits);

    public Guid MadeId => LogId.Make(CreatedAt, Bits);

    public string Id => Notes?.Id ?? MadeId.ToString();

    public string EventId => Notes?.EventId ?? string.Create(CultureInfo.InvariantCulture, $"event-{LogId.Mix(~Bits):x16}");

    public bool Has(LogFlags flag) => (Flags & flag) != 0;
}
