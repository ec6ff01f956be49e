using System;
using System.Collections.Generic;

namespace CloudflareAiGateway;

/// <summary>Which log rows are wanted, and in which order.</summary>
internal sealed class LogQuery
{
    /// <summary>The account.</summary>
    public string AccountId { get; init; } = string.Empty;

    /// <summary>The gateway.</summary>
    public string Gateway { get; init; } = string.Empty;

    /// <summary>Conditions, joined by AND.</summary>
    public IReadOnlyList<AiGatewayLogFilter> Filters { get; init; } = Array.Empty<AiGatewayLogFilter>();

    /// <summary>A text that the server looks for in rows; null for none.</summary>
    public string? Search { get; init; }

    /// <summary>What rows are ordered by.</summary>
    public LogOrder OrderBy { get; init; }

    /// <summary>Whether the greatest comes first.</summary>
    public bool Descending { get; init; } = true;
}
