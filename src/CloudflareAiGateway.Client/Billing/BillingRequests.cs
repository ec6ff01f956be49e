using System;
using System.Globalization;
using System.Net.Http;
using System.Text.Json.Nodes;

namespace CloudflareAiGateway.Client;

/// <summary>The requests of the billing operations: paths, permissions and repeat rules in one place.</summary>
internal static class BillingRequests
{
    private const string Base = "/accounts/{account_id}/ai-gateway/billing/";

    /// <summary><c>aig-billing-get-credit-balance</c>.</summary>
    public static ApiRequest GetCredit(string accountId) => Read(accountId, "credit-balance", "aig-billing-get-credit-balance", "read the credit");

    /// <summary><c>aig-billing-get-invoice-history</c>. The first page is asked for as documented, without a number.</summary>
    public static ApiRequest ListInvoices(string accountId, InvoiceType type, int page) =>
        Read(accountId, "invoice-history", "aig-billing-get-invoice-history", "list the invoices")
            .Query("type", WireSpelling.OfEnum(type))
            .Query("page", page > 1 ? page.ToString(CultureInfo.InvariantCulture) : null);

    /// <summary><c>aig-billing-get-invoice-preview</c>.</summary>
    public static ApiRequest GetInvoicePreview(string accountId) =>
        Read(accountId, "invoice-preview", "aig-billing-get-invoice-preview", "read the invoice of the current period");

    /// <summary><c>aig-billing-get-usage-history</c>. Both times are sent always: the API calls them optional and fails without them.</summary>
    public static ApiRequest GetUsage(string accountId, BillingUsageWindow window, DateTimeOffset after, DateTimeOffset before) =>
        Read(accountId, "usage-history", "aig-billing-get-usage-history", "read the usage")
            .Query("value_grouping_window", WireSpelling.OfEnum(window))
            .Query("start_time", after.ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture))
            .Query("end_time", before.ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture));

    /// <summary><c>aig-billing-get-spending-limit</c>.</summary>
    public static ApiRequest GetSpendingLimit(string accountId) =>
        Read(accountId, "spending-limit", "aig-billing-get-spending-limit", "read the account's spending limit");

    /// <summary><c>aig-billing-set-spending-limit</c>. A POST that sets the same however often it comes.</summary>
    public static ApiRequest SetSpendingLimit(string accountId, JsonObject body) =>
        Refused(HttpMethod.Post, accountId, "spending-limit", "aig-billing-set-spending-limit", "set the account's spending limit", body);

    /// <summary><c>aig-billing-delete-spending-limit</c>.</summary>
    public static ApiRequest RemoveSpendingLimit(string accountId) =>
        Write(HttpMethod.Delete, accountId, "spending-limit", "aig-billing-delete-spending-limit", "remove the account's spending limit", RepeatRule.Idempotent, null);

    /// <summary><c>aig-billing-create-topup</c>. It moves money: sent twice, it would charge twice.</summary>
    public static ApiRequest TopUp(string accountId, string shown, JsonObject body) =>
        Write(HttpMethod.Post, accountId, "topup", "aig-billing-create-topup", $"buy credit for {shown}", RepeatRule.NeverRepeat, body);

    /// <summary><c>aig-billing-check-topup-status</c>. A POST that only reads.</summary>
    public static ApiRequest GetTopUpStatus(string accountId, string paymentIntentId) =>
        Write(
            HttpMethod.Post,
            accountId,
            "topup/status",
            "aig-billing-check-topup-status",
            $"read the state of payment '{paymentIntentId}'",
            RepeatRule.Idempotent,
            new JsonObject { ["payment_intent_id"] = paymentIntentId });

    /// <summary><c>aig-billing-topup-eligibility</c>. A POST that only reads; what its body may hold is not documented.</summary>
    public static ApiRequest CheckEligibility(string accountId) =>
        Write(HttpMethod.Post, accountId, "topup/eligibility", "aig-billing-topup-eligibility", "find out whether credit can be bought", RepeatRule.Idempotent, new JsonObject());

    /// <summary><c>aig-billing-get-topup-limits</c>.</summary>
    public static ApiRequest GetTopUpLimits(string accountId) => Read(accountId, "topup/limits", "aig-billing-get-topup-limits", "read the limits of top-ups");

    /// <summary><c>aig-billing-get-topup-config</c>.</summary>
    public static ApiRequest GetAutoTopUp(string accountId) => Read(accountId, "topup/config", "aig-billing-get-topup-config", "read the automatic top-up");

    /// <summary><c>aig-billing-set-topup-config</c>. A POST that sets the same however often it comes.</summary>
    public static ApiRequest SetAutoTopUp(string accountId, JsonObject body) =>
        Refused(HttpMethod.Post, accountId, "topup/config", "aig-billing-set-topup-config", "set up the automatic top-up", body);

    /// <summary><c>aig-billing-delete-topup-config</c>.</summary>
    public static ApiRequest RemoveAutoTopUp(string accountId) =>
        Refused(HttpMethod.Delete, accountId, "topup/config", "aig-billing-delete-topup-config", "remove the automatic top-up", null);

    private static ApiRequest Read(string accountId, string path, string operationId, string purpose) =>
        new ApiRequest(HttpMethod.Get, Base + path, operationId, purpose) { Permission = PermissionNames.Read }.With("account_id", accountId);

    private static ApiRequest Write(HttpMethod method, string accountId, string path, string operationId, string purpose, RepeatRule repeat, JsonObject? body) =>
        new ApiRequest(method, Base + path, operationId, purpose) { Permission = PermissionNames.Edit, Repeat = repeat, Body = body }.With("account_id", accountId);

    /// <summary>What the API refuses to tokens, whatever they may do: to name a permission would send the user the wrong way.</summary>
    private static ApiRequest Refused(HttpMethod method, string accountId, string path, string operationId, string purpose, JsonObject? body) =>
        new ApiRequest(method, Base + path, operationId, purpose) { Body = body }.With("account_id", accountId);
}
