using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.Json.Nodes;
using System.Threading.Tasks;

namespace CloudflareAiGateway.Client;

/// <summary>Billing. Requests are in <see cref="BillingRequests"/>, readings in <see cref="BillingReader"/>, refusals in <see cref="BillingRefusals"/>.</summary>
internal sealed class BillingClient : IBillingClient
{
    private readonly ApiTransport _transport;

    /// <summary>Takes the transport.</summary>
    public BillingClient(ApiTransport transport) => _transport = transport;

    /// <inheritdoc/>
    public async Task<AiGatewayCredit> GetCreditAsync(string accountId, CallContext call)
    {
        ApiReply reply = await _transport.SendAsync(BillingRequests.GetCredit(accountId), call).ConfigureAwait(false);
        CreditAnswer answer = reply.Read<CreditAnswer>().Result!;

        // A balance that is not said is not zero: scripts buy credit when it is low.
        return answer.Balance is null ? throw ErrorFactory.Unexpected(reply, "the answer says no balance") : BillingReader.Credit(answer, accountId);
    }

    /// <inheritdoc/>
    public async Task<ResultPage<AiGatewayInvoice>> ListInvoicesAsync(string accountId, InvoiceType type, int page, CallContext call) =>
        InvoicePages.Of(await ReadAsync<InvoicesAnswer>(BillingRequests.ListInvoices(accountId, type, page), call).ConfigureAwait(false), accountId, page, call.Sink);

    /// <inheritdoc/>
    public async Task<AiGatewayInvoicePreview> GetInvoicePreviewAsync(string accountId, CallContext call) =>
        BillingReader.Preview(await ReadAsync<PreviewAnswer>(BillingRequests.GetInvoicePreview(accountId), call).ConfigureAwait(false), accountId);

    /// <inheritdoc/>
    public async Task<IReadOnlyList<AiGatewayBillingUsage>> GetUsageAsync(
        string accountId, BillingUsageWindow window, DateTimeOffset after, DateTimeOffset before, CallContext call)
    {
        UsagesAnswer answer = await ReadAsync<UsagesAnswer>(BillingRequests.GetUsage(accountId, window, after, before), call).ConfigureAwait(false);
        return [.. (answer.History ?? []).Select(usage => BillingReader.Usage(usage, accountId))];
    }

    /// <inheritdoc/>
    public async Task<AiGatewaySpendingLimit> GetSpendingLimitAsync(string accountId, CallContext call) =>
        BillingReader.SpendingLimit(await ReadAsync<SpendingLimitAnswer>(BillingRequests.GetSpendingLimit(accountId), call).ConfigureAwait(false), accountId);

    /// <inheritdoc/>
    public Task SetSpendingLimitAsync(string accountId, decimal amount, SpendingLimitDuration duration, RateLimitingTechnique strategy, CallContext call)
    {
        var body = new JsonObject
        {
            ["amount"] = Money.ToCents(amount),
            ["duration"] = WireSpelling.OfEnum(duration),
            ["strategy"] = WireSpelling.OfEnum(strategy),
        };
        return DoAsync(BillingRequests.SetSpendingLimit(accountId, body), BillingRefusals.OfSpendingLimit, call);
    }

    /// <inheritdoc/>
    public Task RemoveSpendingLimitAsync(string accountId, CallContext call) => DoAsync(BillingRequests.RemoveSpendingLimit(accountId), failure => failure, call);

    /// <inheritdoc/>
    public async Task<AiGatewayTopUp> AddCreditAsync(string accountId, decimal amount, string currency, string? paymentMethodId, CallContext call)
    {
        var body = new JsonObject { ["amount"] = Money.ToCents(amount) };
        if (paymentMethodId is not null)
        {
            body["payment_method_id"] = paymentMethodId;
        }

        ApiOutcome outcome = await _transport.TrySendAsync(BillingRequests.TopUp(accountId, Money.Text(amount, currency), body), call).ConfigureAwait(false);
        if (outcome.Error is AiGatewayException failure)
        {
            // 409 is not documented here; it could speak of a payment that is under way.
            throw BillingRefusals.OfPayment(failure, outcome.IsAmbiguous || failure.StatusCode is >= 500 or 409);
        }

        TopUpAnswer answer = ReadPayment(outcome.Reply!);
        return new AiGatewayTopUp
        {
            PaymentIntentId = answer.PaymentIntentId!,
            AccountId = accountId,
            Amount = amount,
            Currency = currency,
            Status = TopUpStatus.Pending,
            NeedsConfirmation = answer.ClientSecret is { Length: > 0 },
            PaymentMethod = answer.Last4 is null && answer.Brand is null ? null : new AiGatewayPaymentMethod { Brand = answer.Brand ?? string.Empty, Last4 = answer.Last4 ?? string.Empty },
            Created = _transport.Clock.GetUtcNow(),
            AdditionalProperties = answer.AdditionalProperties,
        };
    }

    /// <inheritdoc/>
    public async Task<TopUpStatus> GetTopUpStatusAsync(string accountId, string paymentIntentId, CallContext call)
    {
        ApiOutcome outcome = await _transport.TrySendAsync(BillingRequests.GetTopUpStatus(accountId, paymentIntentId), call).ConfigureAwait(false);
        return outcome.Error is AiGatewayException failure
            ? throw BillingRefusals.OfTopUpStatus(failure)
            : outcome.Reply!.Read<TopUpStatusAnswer>().Result!.Status ?? TopUpStatus.Unknown;
    }

    /// <inheritdoc/>
    public async Task<AiGatewayTopUpLimit> GetTopUpLimitsAsync(string accountId, CallContext call) =>
        BillingReader.TopUpLimit(await ReadAsync<TopUpLimitsAnswer>(BillingRequests.GetTopUpLimits(accountId), call).ConfigureAwait(false), accountId);

    /// <inheritdoc/>
    public async Task<AiGatewayTopUpLimit> CheckEligibilityAsync(AiGatewayTopUpLimit limits, CallContext call) =>
        EligibilityReader.Read(await _transport.SendAsync(BillingRequests.CheckEligibility(limits.AccountId), call).ConfigureAwait(false), limits);

    /// <inheritdoc/>
    public async Task<AiGatewayAutoTopUp> GetAutoTopUpAsync(string accountId, CallContext call) =>
        BillingReader.AutoTopUp(await ReadAsync<AutoTopUpAnswer>(BillingRequests.GetAutoTopUp(accountId), call).ConfigureAwait(false), accountId);

    /// <inheritdoc/>
    public async Task<AiGatewayAutoTopUp> SetAutoTopUpAsync(string accountId, decimal amount, decimal threshold, CallContext call)
    {
        var body = new JsonObject { ["amount"] = Money.ToCents(amount), ["threshold"] = Money.ToCents(threshold) };
        await DoAsync(BillingRequests.SetAutoTopUp(accountId, body), BillingRefusals.OfAutoTopUp, call).ConfigureAwait(false);
        return await GetAutoTopUpAsync(accountId, call).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public Task RemoveAutoTopUpAsync(string accountId, CallContext call) => DoAsync(BillingRequests.RemoveAutoTopUp(accountId), BillingRefusals.OfAutoTopUp, call);

    /// <summary>Reads the answer to a payment: from here on the card is charged, whatever the answer looks like.</summary>
    private static TopUpAnswer ReadPayment(ApiReply reply)
    {
        try
        {
            TopUpAnswer answer = reply.Read<TopUpAnswer>().Result!;
            return answer.PaymentIntentId is { Length: > 0 } ? answer : throw ErrorFactory.Unexpected(reply, "the answer names no payment");
        }
        catch (AiGatewayException failure)
        {
            throw BillingRefusals.OfPayment(failure, failure.Kind is AiGatewayErrorKind.UnexpectedResponse);
        }
    }

    private async Task<T> ReadAsync<T>(ApiRequest request, CallContext call)
        where T : class =>
        (await _transport.SendAsync(request, call).ConfigureAwait(false)).Read<T>().Result!;

    private async Task DoAsync(ApiRequest request, Func<AiGatewayException, AiGatewayException> explain, CallContext call)
    {
        ApiOutcome outcome = await _transport.TrySendAsync(request, call).ConfigureAwait(false);
        if (outcome.Error is AiGatewayException failure)
        {
            throw explain(failure);
        }

        if (outcome.Reply!.HasSuccessStatus)
        {
            outcome.Reply.EnsureSuccess();
        }
    }
}
