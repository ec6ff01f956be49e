using System;
using System.Collections.Generic;

namespace CloudflareAiGateway;

/// <summary>What a provider answered to a call of its own API.</summary>
public sealed class AiGatewayResponse
{
    /// <summary>The HTTP status, one of success.</summary>
    public int StatusCode { get; init; }

    /// <summary>The content type; null when the provider does not say.</summary>
    public string? ContentType { get; init; }

    /// <summary>The body as objects when it is JSON, as ConvertFrom-Json would give them; otherwise null.</summary>
    /// <remarks>The client makes plain values; the command, which knows PowerShell's objects, replaces them.</remarks>
    public object? Content { get; internal set; }

    /// <summary>The body as text; null when it is binary, or went into a file.</summary>
    public string? Text { get; init; }

    /// <summary>The body as bytes when it is binary; null when it is text, or went into a file.</summary>
    public byte[]? Bytes { get; init; }

    /// <summary>The file that the body went into; null without -OutFile.</summary>
    public string? Path { get; init; }

    /// <summary>The size of the body in bytes.</summary>
    public long Length { get; init; }

    /// <summary>The provider that answered; null when it is not known.</summary>
    public string? Provider { get; init; }

    /// <summary><c>HIT</c> or <c>MISS</c>; null when the gateway does not say.</summary>
    public string? CacheStatus { get; init; }

    /// <summary>The id of the call's log row; null when the call is not logged.</summary>
    public string? LogId { get; init; }

    /// <summary>The position of the step that answered, from 0.</summary>
    public int? Step { get; init; }

    /// <summary>How long the call took here, from sending to the last byte.</summary>
    public TimeSpan Duration { get; init; }

    /// <summary>The gateway.</summary>
    public string GatewayId { get; init; } = string.Empty;

    /// <summary>The account.</summary>
    public string AccountId { get; init; } = string.Empty;

    /// <summary>The gateway's own headers (<c>cf-aig-…</c>) by name.</summary>
    public IReadOnlyDictionary<string, string> Headers { get; init; } = new Dictionary<string, string>();

    /// <summary>The text, or what stands for it.</summary>
    /// <returns>The text; the file; or such as <c>2048 bytes of audio/mpeg</c>.</returns>
    public override string ToString() => Text ?? Path ?? $"{Length} bytes of {ContentType ?? "unknown content"}";
}
