using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using Xunit;

namespace CloudflareAiGateway.Client.Tests;

public class BillingReadingTests
{
    [Theory]
    [InlineData("""{"balance":4250,"has_default_payment_method":true,"payment_method":{"brand":"visa","last4":"4242"},"topup_config":{"amount":5000,"threshold":500,"disabledReason":"card_declined","error":"declined","lastFailedAt":1790000000000},"first_topup_success":true,"newer":1}""")]
    [InlineData("""{"balance":"4250.0","has_default_payment_method":1,"payment_method":{"brand":"visa","last4":4242},"topup_config":{"amount":"5000","threshold":500.0,"disabled_reason":"card_declined","error":"declined","last_failed_at":1790000000},"first_topup_success":"true","newer":1}""")]
    public async Task Credit_is_dollars_in_both_spellings(string result)
    {
        AiGatewayCredit credit = await ReadAsync(result, bench => bench.Client.Billing.GetCreditAsync(Bench.Account, bench.Call));
        Assert.Equal((Bench.Account, 42.50m, "USD", "42.50 USD"), (credit.AccountId, credit.Balance, credit.Currency, credit.ToString()));
        Assert.True(credit.HasDefaultPaymentMethod);
        Assert.Equal("visa ending in 4242", credit.PaymentMethod!.ToString());
        Assert.Equal((50m, 5m, "card_declined", "declined"), (credit.AutoTopUp.Amount, credit.AutoTopUp.Threshold, credit.AutoTopUp.DisabledReason, credit.AutoTopUp.Error));
        Assert.Equal(DateTimeOffset.FromUnixTimeSeconds(1790000000), credit.AutoTopUp.LastFailedAt);
        Assert.True(credit.FirstTopUpSuccess);
        Assert.Equal(["newer"], credit.AdditionalProperties.Keys);
    }

    [Theory]
    [InlineData("""{"balance":null,"has_default_payment_method":true}""")]
    [InlineData("""{"has_default_payment_method":true}""")]
    public async Task A_balance_that_is_not_said_is_not_zero(string result)
    {
        AiGatewayException failure = await Assert.ThrowsAsync<AiGatewayException>(() => ReadAsync(result, bench => bench.Client.Billing.GetCreditAsync(Bench.Account, bench.Call)));
        Assert.Equal(AiGatewayErrorKind.UnexpectedResponse, failure.Kind);
    }

    [Fact]
    public async Task Credit_without_card_and_config_is_read()
    {
        AiGatewayCredit credit = await ReadAsync(
            """{"balance":0,"has_default_payment_method":false,"payment_method":null,"topup_config":{"amount":null,"threshold":null,"lastFailedAt":null}}""",
            bench => bench.Client.Billing.GetCreditAsync(Bench.Account, bench.Call));
        Assert.Null(credit.PaymentMethod);
        Assert.False(credit.AutoTopUp.Enabled);
        Assert.Equal("off", credit.AutoTopUp.ToString());
        Assert.Null(credit.FirstTopUpSuccess);
        Assert.Null(credit.AutoTopUp.LastFailedAt);
    }

    [Fact]
    public async Task Invoices_have_currency_and_time()
    {
        ResultPage<AiGatewayInvoice> page = await ReadAsync(
            """{"invoices":[{"id":"in_1","amount_due":5000,"amount_paid":4950,"amount_remaining":50,"currency":"eur","created":1790000000,"status":"open","invoice_pdf":null,"attempt_count":"2","auto_advance":false},{"id":null,"amount_due":1,"amount_paid":0,"amount_remaining":1,"currency":"usd"}],"pagination":{"has_more":false,"page":1,"per_page":20,"total_count":2}}""",
            bench => bench.Client.Billing.ListInvoicesAsync(Bench.Account, InvoiceType.Manual, 1, bench.Call));
        AiGatewayInvoice invoice = page.Items[0];
        Assert.Equal((50m, 49.50m, 0.50m, "EUR", "open", 2), (invoice.AmountDue, invoice.AmountPaid, invoice.AmountRemaining, invoice.Currency, invoice.Status, invoice.AttemptCount));
        Assert.Equal(DateTimeOffset.FromUnixTimeSeconds(1790000000), invoice.Created);
        Assert.Equal((string.Empty, 0.01m), (page.Items[1].Id, page.Items[1].AmountDue));
        Assert.True(page.IsLast);
        Assert.Equal(2, page.TotalCount);
    }

    [Fact]
    public async Task Further_pages_of_invoices_are_asked_for_and_an_endless_first_page_ends()
    {
        var bench = new Bench();
        string first = """{"invoices":[{"id":"in_1"},{"id":"in_2"}],"pagination":{"has_more":true,"page":1,"per_page":2,"total_count":3}}""";
        bench.Service
            .Then(() => Answers.Ok(first))
            .Then(() => Answers.Ok("""{"invoices":[{"id":"in_3"}],"pagination":{"has_more":false,"page":2,"per_page":2,"total_count":3}}"""))
            .Then(() => Answers.Ok(first));
        Assert.False((await ListAsync(1)).IsLast);
        Assert.True((await ListAsync(2)).IsLast);
        Assert.Equal(["?type=all", "?type=all&page=2"], bench.Service.Sent.Select(sent => sent.Address.Query));
        ResultPage<AiGatewayInvoice> again = await ListAsync(2);
        Assert.True(again.IsLast);
        Assert.Empty(again.Items);
        Assert.Contains("2 of 3", Assert.Single(bench.Sink.Of(DiagnosticKind.Warning)), StringComparison.Ordinal);

        Task<ResultPage<AiGatewayInvoice>> ListAsync(int page) => bench.Client.Billing.ListInvoicesAsync(Bench.Account, InvoiceType.All, page, bench.Call);
    }

    [Theory]
    [InlineData("""{"invoices":[{"id":"a"},{"id":"b"}]}""", true)]
    [InlineData("""{"invoices":[{"id":"a"},{"id":"b"}],"pagination":{"total_count":3,"per_page":2}}""", false)]
    [InlineData("""{"invoices":[{"id":"a"},{"id":"b"}],"pagination":{"has_more":true,"total_count":0}}""", false)]
    [InlineData("""{"invoices":[{"id":"a"},{"id":"b"}],"pagination":{"has_more":true,"total_count":2}}""", false)]
    [InlineData("""{"invoices":null,"pagination":null}""", true)]
    public async Task Paging_does_without_parts_of_its_block(string result, bool isLast)
    {
        ResultPage<AiGatewayInvoice> page = await ReadAsync(result, bench => bench.Client.Billing.ListInvoicesAsync(Bench.Account, InvoiceType.All, 1, bench.Call));
        Assert.Equal(isLast, page.IsLast);
    }

    [Fact]
    public async Task The_preview_has_lines()
    {
        AiGatewayInvoicePreview preview = await ReadAsync(
            """{"id":"upcoming","amount_due":1200,"amount_paid":0,"amount_remaining":1200,"currency":"usd","period_start":1789000000,"period_end":1791000000,"status":"draft","invoice_lines":[{"amount":1200,"currency":"usd","description":"AI Gateway usage","period":{"start":1789000000,"end":1791000000},"pricing":{"unit_amount_decimal":"0.5"},"quantity":2400}]}""",
            bench => bench.Client.Billing.GetInvoicePreviewAsync(Bench.Account, bench.Call));
        Assert.Equal((12m, "12.00 USD, draft"), (preview.AmountDue, preview.ToString()));
        AiGatewayInvoiceLine line = Assert.Single(preview.Lines);
        Assert.Equal((12m, 0.005m, 2400m), (line.Amount, line.UnitAmount, line.Quantity));
        Assert.Equal(DateTimeOffset.FromUnixTimeSeconds(1791000000), line.PeriodEnd);
        Assert.Equal(DateTimeOffset.FromUnixTimeSeconds(1789000000), preview.PeriodStart);
    }

    [Fact]
    public async Task Usage_is_asked_for_in_milliseconds_and_kept_as_it_came()
    {
        var bench = new Bench();
        bench.Service.Then(() => Answers.Ok("""{"history":[{"id":"uh_1","aggregated_value":37.5,"start_time":1790000000000,"end_time":"1790086400000"}]}"""));
        IReadOnlyList<AiGatewayBillingUsage> usage = await bench.Client.Billing.GetUsageAsync(
            Bench.Account, BillingUsageWindow.Hour, DateTimeOffset.FromUnixTimeSeconds(1790000000), DateTimeOffset.FromUnixTimeMilliseconds(1790086400123), bench.Call);
        Assert.Equal("?value_grouping_window=hour&start_time=1790000000000&end_time=1790086400123", bench.Service.Sent[0].Address.Query);
        AiGatewayBillingUsage window = Assert.Single(usage);
        Assert.Equal((0.375m, 37.5m), (window.Amount, window.AggregatedValue));
        Assert.Equal((DateTimeOffset.FromUnixTimeSeconds(1790000000), DateTimeOffset.FromUnixTimeSeconds(1790086400)), (window.StartTime, window.EndTime));
    }

    [Theory]
    [InlineData("""{"enabled":true,"config":{"amount":1000,"duration":"monthly","strategy":"fixed"}}""", "10.00 USD Monthly")]
    [InlineData("""{"enabled":0,"config":{"amount":"1000","duration":"yearly","strategy":null}}""", "10.00 USD Unknown (off)")]
    [InlineData("""{"enabled":false,"config":{"amount":null,"duration":null,"strategy":null}}""", "none")]
    [InlineData("""{"enabled":false,"config":[]}""", "none")]
    public async Task The_spending_limit_is_read(string result, string text) =>
        Assert.Equal(text, (await ReadAsync(result, bench => bench.Client.Billing.GetSpendingLimitAsync(Bench.Account, bench.Call))).ToString());

    [Theory]
    [InlineData("""{"currency":"usd","min_cents":1000,"max_cents":100000}""", "10.00 USD to 1000.00 USD")]
    [InlineData("""{"currency":"usd","min_cents":"2000","max_cents":null}""", "20.00 USD or more")]
    [InlineData("{}", "10.00 USD or more")]
    public async Task Limits_of_top_ups_are_read(string result, string text) =>
        Assert.Equal(text, (await ReadAsync(result, bench => bench.Client.Billing.GetTopUpLimitsAsync(Bench.Account, bench.Call))).ToString());

    [Theory]
    [InlineData("""{"eligible":true}""", true, null)]
    [InlineData("""{"is_eligible":0,"reason":"unpaid"}""", false, "unpaid")]
    [InlineData("""{"allowed":"false","message":"no card"}""", false, "no card")]
    [InlineData("false", false, null)]
    [InlineData("{}", null, null)]
    [InlineData("null", null, null)]
    [InlineData("""{"eligible":"perhaps"}""", null, null)]
    public async Task Eligibility_is_read_in_likely_forms_and_otherwise_not_known(string result, bool? eligible, string? reason)
    {
        AiGatewayTopUpLimit limit = await ReadAsync(
            result, bench => bench.Client.Billing.CheckEligibilityAsync(new AiGatewayTopUpLimit { AccountId = Bench.Account, Minimum = 20 }, bench.Call));
        Assert.Equal((eligible, reason, 20m), (limit.Eligible, limit.Reason, limit.Minimum));
    }

    private static Task<T> ReadAsync<T>(string result, Func<Bench, Task<T>> read)
    {
        var bench = new Bench();
        bench.Service.Then(() => Answers.Json(200, $$"""{"success":true,"errors":[],"messages":[],"result":{{result}}}"""));
        return read(bench);
    }
}
