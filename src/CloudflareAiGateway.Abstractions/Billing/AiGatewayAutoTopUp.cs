using System;
using System.Collections.Generic;

namespace CloudflareAiGateway;

/// <summary>The automatic top-up of an account: when the balance falls below a threshold, so much is charged.</summary>
/// <remarks>Source: <c>aig-billing-get-topup-config</c>, member <c>topup_config</c> of <c>aig-billing-get-credit-balance</c>.</remarks>
public sealed class AiGatewayAutoTopUp
{
    /// <summary>The account.</summary>
    public string AccountId { get; init; } = string.Empty;

    /// <summary>Whether it is set up.</summary>
    public bool Enabled => Amount is not null;

    /// <summary>What is charged each time, in <see cref="Currency"/>; null when it is not set up.</summary>
    public decimal? Amount { get; init; }

    /// <summary>The balance below which it is charged, in <see cref="Currency"/>; null when it is not set up.</summary>
    public decimal? Threshold { get; init; }

    /// <summary>The currency.</summary>
    public string Currency { get; init; } = Money.DefaultCurrency;

    /// <summary>Why the service switched it off; null when it did not.</summary>
    public string? DisabledReason { get; init; }

    /// <summary>What went wrong last; null when nothing did.</summary>
    public string? Error { get; init; }

    /// <summary>When it last failed; null when it did not.</summary>
    public DateTimeOffset? LastFailedAt { get; init; }

    /// <summary>Members of the answer that this version of the module has no property for, by wire name.</summary>
    public IReadOnlyDictionary<string, object?> AdditionalProperties { get; init; } = new Dictionary<string, object?>();

    /// <summary>The automatic top-up in one line.</summary>
    /// <returns>Such as <c>50.00 USD below 5.00 USD</c>, or <c>off</c>.</returns>
    public override string ToString() => Enabled ? $"{Money.Text(Amount, Currency)} below {Money.Text(Threshold, Currency)}" : "off";
}
