using System.Collections.Generic;

namespace CloudflareAiGateway.Client;

/// <summary>The invoice of the current period on the wire.</summary>
internal sealed class PreviewAnswer
{
    /// <summary>The id.</summary>
    public string? Id { get; init; }

    /// <summary>Cents.</summary>
    public decimal? AmountDue { get; init; }

    /// <summary>Cents.</summary>
    public decimal? AmountPaid { get; init; }

    /// <summary>Cents.</summary>
    public decimal? AmountRemaining { get; init; }

    /// <summary>Such as usd.</summary>
    public string? Currency { get; init; }

    /// <summary>The lines.</summary>
    public List<LineAnswer>? InvoiceLines { get; init; }

    /// <summary>Unix seconds.</summary>
    public object? PeriodStart { get; init; }

    /// <summary>Unix seconds.</summary>
    public object? PeriodEnd { get; init; }

    /// <summary>The state.</summary>
    public string? Status { get; init; }

    /// <summary>All other members.</summary>
    public IReadOnlyDictionary<string, object?> AdditionalProperties { get; init; } = new Dictionary<string, object?>();
}
