using System;
using System.Collections.Generic;

namespace CloudflareAiGateway.Client;

/// <summary>
/// The first rows of a segment. The segment before it is not done when it comes to the time where this one began, but when it comes to
/// one of these rows: then nothing lies between the two, wherever this one's first page really was from.
/// </summary>
internal sealed class SegmentSeam
{
    private readonly HashSet<string> _ids = new(StringComparer.Ordinal);
    private readonly TimeLine _line;

    /// <summary>Remembers a segment's first rows.</summary>
    /// <param name="rows">The rows, at least one.</param>
    /// <param name="line">Their marks.</param>
    public SegmentSeam(IReadOnlyList<AiGatewayLog> rows, TimeLine line)
    {
        _line = line;
        Start = line.Mark(rows[0]);
        foreach (AiGatewayLog row in rows)
        {
            _ids.Add(row.Id);
        }
    }

    /// <summary>The mark of the first row.</summary>
    public long Start { get; }

    /// <summary>Adds later rows of the segment as far as they share the first one's time, where only ids tell rows apart.</summary>
    public void Add(IReadOnlyList<AiGatewayLog> rows)
    {
        for (int i = 0; i < rows.Count && _line.Mark(rows[i]) == Start; i++)
        {
            _ids.Add(rows[i].Id);
        }
    }

    /// <summary>Whether a row is the segment's own: one of these, or behind the first of them, where it came later if it is none of them.</summary>
    public bool Meets(AiGatewayLog row) => _line.Mark(row) > Start || _ids.Contains(row.Id);
}
