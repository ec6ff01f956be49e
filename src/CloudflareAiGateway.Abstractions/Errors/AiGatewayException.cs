using System;
using System.Collections.Generic;

namespace CloudflareAiGateway;

/// <summary>A call that failed, with everything that a script or a support request needs and nothing secret.</summary>
public sealed class AiGatewayException : Exception
{
    /// <summary>Makes the exception.</summary>
    /// <param name="kind">What went wrong.</param>
    /// <param name="message">What went wrong, in one sentence for the user.</param>
    /// <param name="innerException">The cause, kept.</param>
    public AiGatewayException(AiGatewayErrorKind kind, string message, Exception? innerException = null)
        : base(message, innerException)
    {
        Kind = kind;
    }

    /// <summary>What went wrong.</summary>
    public AiGatewayErrorKind Kind { get; }

    /// <summary>Who refused a call through a gateway, and what for; None where the kind says it all.</summary>
    public AiGatewayErrorReason Reason { get; init; }

    /// <summary>The HTTP status, or null when no answer came.</summary>
    public int? StatusCode { get; init; }

    /// <summary>The API's own errors, first the main one; empty when it gave none.</summary>
    public IReadOnlyList<ApiError> ApiErrors { get; init; } = Array.Empty<ApiError>();

    /// <summary>The <c>cf-ray</c> id of the answer, which Cloudflare's support asks for; null when there was none.</summary>
    public string? RayId { get; init; }

    /// <summary>The HTTP method of the request.</summary>
    public string? Method { get; init; }

    /// <summary>The path with placeholders, such as <c>/accounts/{account_id}/ai-gateway/gateways/{id}</c>.</summary>
    public string? PathTemplate { get; init; }

    /// <summary>How long the service asked to wait; null when it did not.</summary>
    public TimeSpan? RetryAfter { get; init; }

    /// <summary>
    /// Whether it is open if the service did what was asked, and doing it again could do it twice: a payment whose answer was lost, for example.
    /// </summary>
    public bool IsOutcomeOpen { get; init; }

    /// <summary>What to do about it, in plain words.</summary>
    public string? RecommendedAction { get; init; }

    /// <summary>
    /// What the failure is about, as it stands in error ids, where the client knows it better than the command: a gateway that is missing
    /// below the thing that was asked for.
    /// </summary>
    internal string? Resource { get; set; }
}
