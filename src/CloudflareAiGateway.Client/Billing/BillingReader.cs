using System.Linq;

namespace CloudflareAiGateway.Client;

/// <summary>Turns answers, which count in cents and seconds, into what users see.</summary>
internal static class BillingReader
{
    /// <summary>The credit.</summary>
    public static AiGatewayCredit Credit(CreditAnswer answer, string accountId) => new()
    {
        AccountId = accountId,
        Balance = Money.FromCents(answer.Balance)!.Value,
        HasDefaultPaymentMethod = answer.HasDefaultPaymentMethod ?? answer.PaymentMethod is not null,
        PaymentMethod = answer.PaymentMethod,
        AutoTopUp = AutoTopUp(answer.TopupConfig ?? new AutoTopUpAnswer(), accountId),
        FirstTopUpSuccess = answer.FirstTopupSuccess,
        AdditionalProperties = answer.AdditionalProperties,
    };

    /// <summary>The automatic top-up.</summary>
    public static AiGatewayAutoTopUp AutoTopUp(AutoTopUpAnswer answer, string accountId) => new()
    {
        AccountId = accountId,
        Amount = Money.FromCents(answer.Amount),
        Threshold = Money.FromCents(answer.Threshold),
        DisabledReason = answer.DisabledReason ?? answer.DisabledReasonInSnakeCase,
        Error = answer.Error,
        LastFailedAt = UnixTime.Read(answer.LastFailedAt ?? answer.LastFailedAtInSnakeCase),
        AdditionalProperties = answer.AdditionalProperties,
    };

    /// <summary>An invoice.</summary>
    public static AiGatewayInvoice Invoice(InvoiceAnswer answer, string accountId) => new()
    {
        Id = answer.Id ?? string.Empty,
        AccountId = accountId,
        AmountDue = Money.FromCents(answer.AmountDue) ?? 0,
        AmountPaid = Money.FromCents(answer.AmountPaid) ?? 0,
        AmountRemaining = Money.FromCents(answer.AmountRemaining) ?? 0,
        Currency = Money.Currency(answer.Currency),
        Status = answer.Status ?? string.Empty,
        Created = UnixTime.Read(answer.Created),
        CreatedBy = answer.CreatedBy,
        Description = answer.Description,
        InvoiceOrigin = answer.InvoiceOrigin,
        InvoicePdf = answer.InvoicePdf,
        AttemptCount = answer.AttemptCount,
        AdditionalProperties = answer.AdditionalProperties,
    };

    /// <summary>The invoice of the current period.</summary>
    public static AiGatewayInvoicePreview Preview(PreviewAnswer answer, string accountId) => new()
    {
        Id = answer.Id ?? string.Empty,
        AccountId = accountId,
        AmountDue = Money.FromCents(answer.AmountDue) ?? 0,
        AmountPaid = Money.FromCents(answer.AmountPaid) ?? 0,
        AmountRemaining = Money.FromCents(answer.AmountRemaining) ?? 0,
        Currency = Money.Currency(answer.Currency),
        Status = answer.Status ?? string.Empty,
        PeriodStart = UnixTime.Read(answer.PeriodStart),
        PeriodEnd = UnixTime.Read(answer.PeriodEnd),
        Lines = [.. (answer.InvoiceLines ?? []).Select(line => Line(line, answer.Currency))],
        AdditionalProperties = answer.AdditionalProperties,
    };

    /// <summary>The usage of a window.</summary>
    public static AiGatewayBillingUsage Usage(UsageAnswer answer, string accountId) => new()
    {
        Id = answer.Id ?? string.Empty,
        AccountId = accountId,
        StartTime = UnixTime.Read(answer.StartTime),
        EndTime = UnixTime.Read(answer.EndTime),
        Amount = Money.FromCents(answer.AggregatedValue) ?? 0,
        AggregatedValue = answer.AggregatedValue ?? 0,
        AdditionalProperties = answer.AdditionalProperties,
    };

    /// <summary>The account's spending limit.</summary>
    public static AiGatewaySpendingLimit SpendingLimit(SpendingLimitAnswer answer, string accountId) => new()
    {
        AccountId = accountId,
        Enabled = answer.Enabled ?? false,
        Amount = Money.FromCents(answer.Config?.Amount),
        Duration = answer.Config?.Duration,
        Strategy = answer.Config?.Strategy,
        AdditionalProperties = answer.AdditionalProperties,
    };

    /// <summary>The limits of top-ups.</summary>
    public static AiGatewayTopUpLimit TopUpLimit(TopUpLimitsAnswer answer, string accountId) => new()
    {
        AccountId = accountId,
        Minimum = Money.FromCents(answer.MinCents) ?? BillingLimits.LeastTopUp,
        Maximum = Money.FromCents(answer.MaxCents),
        Currency = Money.Currency(answer.Currency),
        AdditionalProperties = answer.AdditionalProperties,
    };

    private static AiGatewayInvoiceLine Line(LineAnswer answer, string? currency) => new()
    {
        Description = answer.Description,
        Amount = Money.FromCents(answer.Amount) ?? 0,
        Currency = Money.Currency(answer.Currency ?? currency),
        Quantity = answer.Quantity,
        UnitAmount = Money.FromCents(answer.Pricing?.UnitAmountDecimal),
        PeriodStart = UnixTime.Read(answer.Period?.Start),
        PeriodEnd = UnixTime.Read(answer.Period?.End),
        AdditionalProperties = answer.AdditionalProperties,
    };
}
