using System;
using System.Linq;
using System.Text.Json.Nodes;
using System.Threading.Tasks;
using Xunit;

namespace CloudflareAiGateway.Emulator.Tests;

/// <summary>Money that hangs together: payments become credit with time, and calls that Unified Billing paid for use it up.</summary>
public sealed class BillingTests : IDisposable
{
    private const string Billing = "/accounts/" + Twin.Account + "/ai-gateway/billing/";

    private readonly Twin _twin = new();

    public BillingTests() => _twin.App.Behaviour = new EmulatorBehaviour { StartCredit = 0 };

    public void Dispose() => _twin.Dispose();

    [Fact]
    public async Task A_payment_becomes_credit_with_time()
    {
        JsonNode begun = await PayAsync(2500);
        Assert.True((bool)begun["onboarding"]!);
        Assert.Null(begun["client_secret"]);
        string id = (string)begun["payment_intent_id"]!;
        Assert.Equal(("pending", 0, "open", 0), (await StatusAsync(id), await BalanceAsync(), await InvoiceAsync("status"), int.Parse(await InvoiceAsync("amount_paid"), System.Globalization.CultureInfo.InvariantCulture)));
        _twin.Time.Advance(TimeSpan.FromSeconds(2));
        Assert.Equal(("completed", 2500, "paid", "2500"), (await StatusAsync(id), await BalanceAsync(), await InvoiceAsync("status"), await InvoiceAsync("amount_paid")));
        Assert.Equal(id, await InvoiceAsync("id"));
        Assert.False((bool)(await PayAsync(1000))["onboarding"]!);
    }

    [Fact]
    public async Task Calls_that_unified_billing_paid_for_use_it_up()
    {
        await PayAsync(1000);
        _twin.Time.Advance(TimeSpan.FromSeconds(2));
        await _twin.CreateAsync(Twin.Body("g"));
        foreach (string row in new[]
        {
            """{"id":"a","cost":1.5,"wholesale":true,"created_at":"2026-10-14T23:10:00.000Z"}""",
            """{"id":"b","cost":2.25,"wholesale":true,"created_at":"2026-10-15T00:20:00.000Z"}""",
            """{"id":"c","cost":0.25,"wholesale":true,"created_at":"2026-10-15T00:59:59.999Z"}""",
            """{"id":"d","cost":99,"wholesale":false,"created_at":"2026-10-15T00:30:00.000Z"}""",
        })
        {
            await _twin.App.AddLogAsync("g", row, cancellationToken: TestContext.Current.CancellationToken);
        }

        Assert.Equal(600, await BalanceAsync());
        Assert.Equal(["150", "250"], await UsageAsync("day", "2026-10-01T00:00:00Z", "2026-11-01T00:00:00Z"));
        Assert.Equal(["150", "250"], await UsageAsync("hour", "2026-10-14T23:00:00Z", "2026-10-15T01:00:00Z"));
        Assert.Equal(["225"], await UsageAsync("hour", "2026-10-15T00:00:00Z", "2026-10-15T00:30:00Z"));

        // Money does not come back with the rows.
        await _twin.Client.DeleteAsync("/accounts/" + Twin.Account + "/ai-gateway/gateways/g/logs");
        Assert.Equal(600, await BalanceAsync());
        JsonNode preview = (await _twin.Client.GetAsync(Billing + "invoice-preview")).Result;
        Assert.Equal((400, 3, "draft"), ((int)preview["amount_due"]!, (int)preview["invoice_lines"]![0]!["quantity"]!, (string?)preview["status"]));
    }

    [Fact]
    public async Task Usage_wants_its_window_and_both_times()
    {
        foreach (string query in new[] { "", "?value_grouping_window=week&start_time=1&end_time=2", "?value_grouping_window=day", "?value_grouping_window=day&start_time=1", "?value_grouping_window=day&start_time=x&end_time=2" })
        {
            Assert.Equal(400, (await _twin.Client.GetAsync(Billing + "usage-history" + query)).Status);
        }
    }

    [Theory]
    [InlineData("""{"amount":999}""")]
    [InlineData("""{"amount":100001}""")]
    [InlineData("""{"amount":"2500"}""")]
    [InlineData("{}")]
    [InlineData("""{"amount":12.5}""")]
    public async Task Bad_amounts_are_refused(string body)
    {
        Answer answer = await _twin.Client.PostAsync(Billing + "topup", JsonNode.Parse(body)!);
        Assert.Equal((400, 1000), (answer.Status, answer.Code));
        Assert.Empty((await _twin.Client.GetAsync(Billing + "invoice-history")).Result["invoices"]!.AsArray());
    }

    [Fact]
    public async Task Cards_can_be_declined_or_missing()
    {
        _twin.App.Behaviour = new EmulatorBehaviour { CardDeclined = true };
        Answer declined = await _twin.Client.PostAsync(Billing + "topup", new JsonObject { ["amount"] = 1000 });
        Assert.Equal((402, "Your card was declined."), (declined.Status, (string?)declined.Error["message"]));
        _twin.App.Behaviour = new EmulatorBehaviour { NoPaymentMethod = true };
        Assert.Equal(402, (await _twin.Client.PostAsync(Billing + "topup", new JsonObject { ["amount"] = 1000 })).Status);
        Assert.Equal(200, (await _twin.Client.PostAsync(Billing + "topup", new JsonObject { ["amount"] = 1000, ["payment_method_id"] = "pm_1" })).Status);
        JsonNode credit = (await _twin.Client.GetAsync(Billing + "credit-balance")).Result;
        Assert.False((bool)credit["has_default_payment_method"]!);
        Assert.Null(credit["payment_method"]);
        Assert.False((bool)(await _twin.Client.PostAsync(Billing + "topup/eligibility", new JsonObject())).Result["eligible"]!);
    }

    [Fact]
    public async Task A_payment_that_wants_a_confirmation_stays_pending()
    {
        _twin.App.Behaviour = new EmulatorBehaviour { PaymentNeedsConfirmation = true };
        JsonNode begun = await PayAsync(1000);
        Assert.NotNull((string?)begun["client_secret"]);
        _twin.Time.Advance(TimeSpan.FromDays(1));
        Assert.Equal("pending", await StatusAsync((string)begun["payment_intent_id"]!));
        Assert.Equal(404, (await _twin.Client.PostAsync(Billing + "topup/status", new JsonObject { ["payment_intent_id"] = "in_none" })).Status);
    }

    [Fact]
    public async Task Invoices_are_newest_first_on_pages_and_by_kind()
    {
        for (int i = 0; i < 21; i++)
        {
            await PayAsync(1000 + i);
            _twin.Time.Advance(TimeSpan.FromSeconds(1));
        }

        JsonNode first = (await _twin.Client.GetAsync(Billing + "invoice-history?type=manual")).Result;
        Assert.Equal((20, 1020, true, 21), (first["invoices"]!.AsArray().Count, (int)first["invoices"]![0]!["amount_due"]!, (bool)first["pagination"]!["has_more"]!, (int)first["pagination"]!["total_count"]!));
        JsonNode second = (await _twin.Client.GetAsync(Billing + "invoice-history?page=2")).Result;
        Assert.Equal((1000, false), ((int)Assert.Single(second["invoices"]!.AsArray())!["amount_due"]!, (bool)second["pagination"]!["has_more"]!));
        Assert.Empty((await _twin.Client.GetAsync(Billing + "invoice-history?type=auto")).Result["invoices"]!.AsArray());
        Assert.Equal(400, (await _twin.Client.GetAsync(Billing + "invoice-history?type=odd")).Status);
    }

    [Fact]
    public async Task Tokens_may_not_set_limits_and_automatic_top_ups()
    {
        Assert.Equal(403, (await _twin.Client.PostAsync(Billing + "spending-limit", new JsonObject())).Status);
        Assert.Equal(403, (await _twin.Client.PostAsync(Billing + "topup/config", new JsonObject())).Status);
        Assert.Equal(403, (await _twin.Client.DeleteAsync(Billing + "topup/config")).Status);
        Assert.Equal("""{"amount":null,"threshold":null,"disabledReason":null,"error":null,"lastFailedAt":null}""", (await _twin.Client.GetAsync(Billing + "topup/config")).Result.ToJsonString());
        Assert.Equal("""{"enabled":false,"config":{"amount":null,"duration":null,"strategy":null}}""", (await _twin.Client.GetAsync(Billing + "spending-limit")).Result.ToJsonString());
    }

    [Fact]
    public async Task An_old_version_let_tokens_do_it()
    {
        _twin.App.Behaviour = new EmulatorBehaviour { TokensManageBilling = true };
        var limit = new JsonObject { ["amount"] = 1000, ["duration"] = "monthly", ["strategy"] = "fixed" };
        Answer early = await _twin.Client.PostAsync(Billing + "spending-limit", limit.DeepClone());
        Assert.Equal((400, "NO_MANUAL_TOPUP"), (early.Status, (string?)early.Error["message"]));
        await PayAsync(1000);
        _twin.Time.Advance(TimeSpan.FromSeconds(2));
        Assert.Equal(201, (await _twin.Client.PostAsync(Billing + "spending-limit", limit.DeepClone())).Status);
        Assert.True(JsonNode.DeepEquals(limit, (await _twin.Client.GetAsync(Billing + "spending-limit")).Result["config"]));
        Assert.Equal(200, (await _twin.Client.DeleteAsync(Billing + "spending-limit")).Status);
        Assert.False((bool)(await _twin.Client.GetAsync(Billing + "spending-limit")).Result["enabled"]!);

        Assert.Equal(400, (await _twin.Client.PostAsync(Billing + "topup/config", new JsonObject { ["amount"] = 999, ["threshold"] = 500 })).Status);
        Assert.Equal(200, (await _twin.Client.PostAsync(Billing + "topup/config", new JsonObject { ["amount"] = 5000, ["threshold"] = 500 })).Status);
        Assert.Equal(5000, (int)(await _twin.Client.GetAsync(Billing + "credit-balance")).Result["topup_config"]!["amount"]!);
        Assert.Equal(200, (await _twin.Client.DeleteAsync(Billing + "topup/config")).Status);
        Assert.Null((await _twin.Client.GetAsync(Billing + "topup/config")).Result["amount"]);
    }

    [Fact]
    public async Task Limits_are_what_top_ups_keep()
    {
        JsonNode limits = (await _twin.Client.GetAsync(Billing + "topup/limits")).Result;
        Assert.Equal(("usd", 1000, 100_000), ((string?)limits["currency"], (int)limits["min_cents"]!, (int)limits["max_cents"]!));
    }

    [Fact]
    public async Task Reading_and_writing_have_their_permissions()
    {
        _twin.App.AddToken(new EmulatorToken { Value = "reader", Permissions = [Permission.AiGatewayRead] });
        Assert.Equal(200, (await _twin.Client.GetAsync(Billing + "credit-balance", "reader")).Status);
        Assert.Equal(403, (await _twin.Client.PostAsync(Billing + "topup", new JsonObject { ["amount"] = 1000 }, "reader")).Status);
    }

    private async Task<JsonNode> PayAsync(int cents)
    {
        Answer answer = await _twin.Client.PostAsync(Billing + "topup", new JsonObject { ["amount"] = cents });
        Assert.Equal(200, answer.Status);
        return answer.Result;
    }

    private async Task<string?> StatusAsync(string id) =>
        (string?)(await _twin.Client.PostAsync(Billing + "topup/status", new JsonObject { ["payment_intent_id"] = id })).Result["status"];

    private async Task<int> BalanceAsync() => (int)(await _twin.Client.GetAsync(Billing + "credit-balance")).Result["balance"]!;

    private async Task<string> InvoiceAsync(string member) => (await _twin.Client.GetAsync(Billing + "invoice-history")).Result["invoices"]![0]![member]!.ToString();

    private async Task<string[]> UsageAsync(string window, string from, string until)
    {
        string query = $"?value_grouping_window={window}&start_time={DateTimeOffset.Parse(from, null).ToUnixTimeMilliseconds()}&end_time={DateTimeOffset.Parse(until, null).ToUnixTimeMilliseconds()}";
        return [.. (await _twin.Client.GetAsync(Billing + "usage-history" + query)).Result["history"]!.AsArray().Select(entry => entry!["aggregated_value"]!.ToString())];
    }
}
