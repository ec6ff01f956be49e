using System;
using System.Collections.Generic;

namespace CloudflareAiGateway.Emulator;

/// <summary>What a provider answers.</summary>
internal sealed record ProviderReply
{
    public int Status { get; init; } = 200;

    public string ContentType { get; init; } = LogTraits.Json;

    /// <summary>The whole answer, for a stream as it would be without streaming.</summary>
    public ReadOnlyMemory<byte> Body { get; init; }

    /// <summary>The parts of a stream; null when it does not stream.</summary>
    public IReadOnlyList<ReadOnlyMemory<byte>>? Events { get; init; }

    /// <summary>The content type of a stream.</summary>
    public string StreamContentType { get; init; } = LogTraits.EventStream;

    /// <summary>What the model said: what the checks look at.</summary>
    public string Text { get; init; } = string.Empty;

    /// <summary>-1 when it counts none.</summary>
    public int TokensIn { get; init; } = -1;

    /// <summary>-1 when it counts none.</summary>
    public int TokensOut { get; init; } = -1;

    public int CachedTokens { get; init; }

    public IReadOnlyDictionary<string, string>? Headers { get; init; }

    /// <summary>How a stream is played.</summary>
    public StreamManner Manner { get; init; } = StreamManner.Smooth;

    public bool IsSuccess => Status is >= 200 and <= 299;
}
