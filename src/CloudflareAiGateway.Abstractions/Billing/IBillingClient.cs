using System;
using System.Collections.Generic;
using System.Threading.Tasks;

namespace CloudflareAiGateway;

/// <summary>Credit, invoices, usage and limits of an account. Amounts are US dollars here and cents on the wire.</summary>
internal interface IBillingClient
{
    /// <summary>The account's credit (<c>aig-billing-get-credit-balance</c>).</summary>
    Task<AiGatewayCredit> GetCreditAsync(string accountId, CallContext call);

    /// <summary>
    /// One page of the account's invoices, newest first (<c>aig-billing-get-invoice-history</c>). That further pages can be asked for is not
    /// documented; when the service gives the first page again, the list ends with a warning.
    /// </summary>
    /// <param name="accountId">The account.</param>
    /// <param name="type">Which invoices.</param>
    /// <param name="page">The page, from 1.</param>
    /// <param name="call">Where messages go, and when to stop.</param>
    Task<ResultPage<AiGatewayInvoice>> ListInvoicesAsync(string accountId, InvoiceType type, int page, CallContext call);

    /// <summary>The invoice of the current period as it stands (<c>aig-billing-get-invoice-preview</c>).</summary>
    Task<AiGatewayInvoicePreview> GetInvoicePreviewAsync(string accountId, CallContext call);

    /// <summary>What was used, by windows of time (<c>aig-billing-get-usage-history</c>).</summary>
    Task<IReadOnlyList<AiGatewayBillingUsage>> GetUsageAsync(
        string accountId, BillingUsageWindow window, DateTimeOffset after, DateTimeOffset before, CallContext call);

    /// <summary>The account's spending limit (<c>aig-billing-get-spending-limit</c>).</summary>
    Task<AiGatewaySpendingLimit> GetSpendingLimitAsync(string accountId, CallContext call);

    /// <summary>Sets the account's spending limit (<c>aig-billing-set-spending-limit</c>).</summary>
    /// <exception cref="AiGatewayException">NotAvailable: the API refuses this to everybody.</exception>
    Task SetSpendingLimitAsync(string accountId, decimal amount, SpendingLimitDuration duration, RateLimitingTechnique strategy, CallContext call);

    /// <summary>Removes the account's spending limit (<c>aig-billing-delete-spending-limit</c>).</summary>
    Task RemoveSpendingLimitAsync(string accountId, CallContext call);

    /// <summary>Charges a card and adds credit (<c>aig-billing-create-topup</c>). Never sent twice.</summary>
    /// <param name="accountId">The account.</param>
    /// <param name="amount">The amount, in whole cents.</param>
    /// <param name="currency">Its currency, which is the account's; the API is not told.</param>
    /// <param name="paymentMethodId">The card; null for the default one.</param>
    /// <param name="call">Where messages go, and when to stop.</param>
    /// <exception cref="AiGatewayException">PaymentRequired when the payment was refused; one with IsOutcomeOpen when it may have been charged.</exception>
    Task<AiGatewayTopUp> AddCreditAsync(string accountId, decimal amount, string currency, string? paymentMethodId, CallContext call);

    /// <summary>How far a payment is (<c>aig-billing-check-topup-status</c>).</summary>
    Task<TopUpStatus> GetTopUpStatusAsync(string accountId, string paymentIntentId, CallContext call);

    /// <summary>What may be topped up (<c>aig-billing-get-topup-limits</c>).</summary>
    Task<AiGatewayTopUpLimit> GetTopUpLimitsAsync(string accountId, CallContext call);

    /// <summary>The same with whether the account may at all (<c>aig-billing-topup-eligibility</c>). Starts nothing, though it is a POST.</summary>
    Task<AiGatewayTopUpLimit> CheckEligibilityAsync(AiGatewayTopUpLimit limits, CallContext call);

    /// <summary>The automatic top-up (<c>aig-billing-get-topup-config</c>).</summary>
    Task<AiGatewayAutoTopUp> GetAutoTopUpAsync(string accountId, CallContext call);

    /// <summary>Sets up the automatic top-up (<c>aig-billing-set-topup-config</c>).</summary>
    /// <exception cref="AiGatewayException">NotAvailable: the API refuses this to tokens.</exception>
    Task<AiGatewayAutoTopUp> SetAutoTopUpAsync(string accountId, decimal amount, decimal threshold, CallContext call);

    /// <summary>Removes the automatic top-up (<c>aig-billing-delete-topup-config</c>).</summary>
    /// <exception cref="AiGatewayException">NotAvailable: the API refuses this to tokens.</exception>
    Task RemoveAutoTopUpAsync(string accountId, CallContext call);
}
