using System;

namespace CloudflareAiGateway;

/// <summary>How the smallest possible call of a model ended.</summary>
public sealed class AiGatewayModelTest
{
    /// <summary>The model that was asked for.</summary>
    public string Model { get; init; } = string.Empty;

    /// <summary>Whether the model answered.</summary>
    public bool Success { get; init; }

    /// <summary>From sending to the last byte of the answer, or of the failure.</summary>
    public TimeSpan Latency { get; init; }

    /// <summary><c>HIT</c> or <c>MISS</c>; null when the gateway does not say.</summary>
    public string? CacheStatus { get; init; }

    /// <summary>What the provider was called with, as far as request and log tell.</summary>
    public string Credential { get; init; } = string.Empty;

    /// <summary>The surface that was used; null when none can be.</summary>
    public InferenceSurface? Surface { get; init; }

    /// <summary>The provider; null when it is not known.</summary>
    public string? Provider { get; init; }

    /// <summary>The tokens.</summary>
    public AiGatewayTokenUsage? Usage { get; init; }

    /// <summary>The id of the call's log row; null when the call is not logged.</summary>
    public string? LogId { get; init; }

    /// <summary>The estimated cost in US dollars, from the log; null when the log did not tell in time, or knows no price.</summary>
    public decimal? Cost { get; init; }

    /// <summary>What went wrong; null on success.</summary>
    public string? Error { get; init; }

    /// <summary>The kind of the failure; null on success.</summary>
    public AiGatewayErrorKind? ErrorKind { get; init; }

    /// <summary>Who refused the call and what for, where the kind does not say enough; None otherwise, and on success.</summary>
    public AiGatewayErrorReason Reason { get; init; }

    /// <summary>What to do about it; null when there is nothing to do.</summary>
    public string? Advice { get; init; }

    /// <summary>The gateway.</summary>
    public string GatewayId { get; init; } = string.Empty;

    /// <summary>The account.</summary>
    public string AccountId { get; init; } = string.Empty;

    /// <summary>Model and outcome.</summary>
    /// <returns>Such as <c>openai/gpt-5-mini: ok</c>.</returns>
    public override string ToString() => $"{Model}: {(Success ? "ok" : Error)}";
}
