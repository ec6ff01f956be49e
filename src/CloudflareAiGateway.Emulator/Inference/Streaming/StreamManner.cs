using System;

namespace CloudflareAiGateway.Emulator;

/// <summary>How a stream is played: what a provider, or the network before it, does to it.</summary>
internal sealed record StreamManner
{
    public static readonly StreamManner Smooth = new();

    /// <summary>How long to wait before each part but the first.</summary>
    public TimeSpan Delay { get; init; }

    /// <summary>Behind how many parts the connection breaks; null for not at all.</summary>
    public int? BreaksAfter { get; init; }

    /// <summary>Whether the last part, such as <c>[DONE]</c>, is left out.</summary>
    public bool OmitsEnd { get; init; }

    /// <summary>Whether characters of several bytes come in two pieces.</summary>
    public bool SplitsCharacters { get; init; }

    /// <summary>Whether there are comments between the events.</summary>
    public bool HasComments { get; init; }
}
