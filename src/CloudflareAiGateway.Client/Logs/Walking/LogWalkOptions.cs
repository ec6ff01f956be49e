using System;

namespace CloudflareAiGateway.Client;

/// <summary>How a walk begins and ends.</summary>
internal sealed record LogWalkOptions
{
    /// <summary>Where to go on, for a walk by time; null for the beginning.</summary>
    public KeysetPosition? Start { get; init; }

    /// <summary>How many rows will be read at most, so that the first page need not be larger; null for all.</summary>
    public long? Wanted { get; init; }

    /// <summary>Whether the query has an end that new rows do not come in front of, so that none needs to be found.</summary>
    public bool HasEnd { get; init; }

    /// <summary>The time of the newest row, if known: an end before it is hard to believe.</summary>
    public DateTimeOffset? Newest { get; init; }

    /// <summary>Whether the service was seen to give wrong answers.</summary>
    public bool Distrusts { get; init; }

    /// <summary>Whether the rows of a short first page are given at once, as somebody waits for them, and not when it was read again.</summary>
    public bool ShowsFirstPage { get; init; }

    /// <summary>Whether the first page that is not even half full ends the walk. For who looks again anyway.</summary>
    public bool Glances { get; init; }
}
