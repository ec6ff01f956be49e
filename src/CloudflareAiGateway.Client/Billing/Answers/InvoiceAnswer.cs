using System.Collections.Generic;

namespace CloudflareAiGateway.Client;

/// <summary>An invoice on the wire.</summary>
internal sealed class InvoiceAnswer
{
    /// <summary>The id.</summary>
    public string? Id { get; init; }

    /// <summary>Cents.</summary>
    public decimal? AmountDue { get; init; }

    /// <summary>Cents.</summary>
    public decimal? AmountPaid { get; init; }

    /// <summary>Cents.</summary>
    public decimal? AmountRemaining { get; init; }

    /// <summary>How often the card was tried.</summary>
    public int? AttemptCount { get; init; }

    /// <summary>Unix seconds.</summary>
    public object? Created { get; init; }

    /// <summary>Who made it.</summary>
    public string? CreatedBy { get; init; }

    /// <summary>Such as usd.</summary>
    public string? Currency { get; init; }

    /// <summary>What it is for.</summary>
    public string? Description { get; init; }

    /// <summary>How it came about.</summary>
    public string? InvoiceOrigin { get; init; }

    /// <summary>Where its PDF is.</summary>
    public string? InvoicePdf { get; init; }

    /// <summary>The state.</summary>
    public string? Status { get; init; }

    /// <summary>All other members.</summary>
    public IReadOnlyDictionary<string, object?> AdditionalProperties { get; init; } = new Dictionary<string, object?>();
}
