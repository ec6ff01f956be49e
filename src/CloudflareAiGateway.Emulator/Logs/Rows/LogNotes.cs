using System;

namespace CloudflareAiGateway.Emulator;

/// <summary>What only few rows have: a judgement, the bodies of a real call, or everything that came with an explicit row. Never changed, only replaced.</summary>
internal sealed record LogNotes
{
    public static readonly LogNotes None = new();
    public static readonly LogNotes Liked = new() { Feedback = 1 };
    public static readonly LogNotes Disliked = new() { Feedback = -1 };

    public double? Feedback { get; init; }

    /// <summary>The id of an explicit row that brought its own.</summary>
    public string? Id { get; init; }

    public string? EventId { get; init; }

    /// <summary>An explicit row as it is answered: an object.</summary>
    public ReadOnlyMemory<byte>? Document { get; init; }

    public ReadOnlyMemory<byte>? RequestBody { get; init; }

    public ReadOnlyMemory<byte>? ResponseBody { get; init; }
}
