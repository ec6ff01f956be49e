using System;
using System.Linq;
using System.Threading.Tasks;
using Xunit;

namespace CloudflareAiGateway.Client.Tests;

public class BillingWritingTests
{
    private const string Begun = """{"client_secret":null,"onboarding":true,"payment_intent_id":"in_1","brand":"visa","last4":"4242"}""";

    [Fact]
    public async Task A_payment_is_sent_in_cents()
    {
        var bench = new Bench();
        bench.Service.Then(() => Answers.Ok(Begun));
        AiGatewayTopUp payment = await bench.Client.Billing.AddCreditAsync(Bench.Account, 25.50m, "USD", null, bench.Call);
        Assert.Equal("""{"amount":2550}""", bench.Service.Sent[0].Body);
        Assert.Equal(("in_1", 25.50m, TopUpStatus.Pending, false, "visa ending in 4242"), (payment.PaymentIntentId, payment.Amount, payment.Status, payment.NeedsConfirmation, payment.PaymentMethod!.ToString()));
        await bench.Client.Billing.AddCreditAsync(Bench.Account, 10m, "USD", "pm_1", bench.Call);
        Assert.Equal("""{"amount":1000,"payment_method_id":"pm_1"}""", bench.Service.Sent[1].Body);
    }

    [Fact]
    public async Task The_secret_of_a_confirmation_is_nowhere()
    {
        var bench = new Bench();
        bench.Sink.WantsDebug = true;
        bench.Service.Then(() => Answers.Ok("""{"client_secret":"in_1_secret_hush","payment_intent_id":"in_1"}"""));
        AiGatewayTopUp payment = await bench.Client.Billing.AddCreditAsync(Bench.Account, 25m, "USD", null, bench.Call);
        Assert.True(payment.NeedsConfirmation);
        Assert.Empty(payment.AdditionalProperties);
        Assert.DoesNotContain(bench.Sink.All, text => text.Contains("hush", StringComparison.Ordinal));
    }

    public static TheoryData<string> OpenEnds => ["broken", "timeout", "409", "500", "503", "524", "501", "no json", "no result", "no payment"];

    [Theory]
    [MemberData(nameof(OpenEnds))]
    public async Task What_may_have_been_charged_is_said_and_never_sent_again(string end)
    {
        var bench = new Bench(attempt: 5);
        switch (end)
        {
            case "broken":
                bench.Service.ThenThrow(Answers.Broken);
                break;
            case "timeout":
                bench.Service.ThenHang();
                break;
            case "no json":
                bench.Service.Then(() => Answers.Html(200));
                break;
            case "no result":
                bench.Service.Then(() => Answers.Ok("null"));
                break;
            case "no payment":
                bench.Service.Then(() => Answers.Ok("""{"onboarding":true}"""));
                break;
            default:
                bench.Service.Then(() => Answers.Fail(int.Parse(end, System.Globalization.CultureInfo.InvariantCulture)));
                break;
        }

        AiGatewayException failure = await bench.FailAsync(bench.Client.Billing.AddCreditAsync(Bench.Account, 25m, "USD", null, bench.Call));
        Assert.True(failure.IsOutcomeOpen);
        Assert.Contains("may have been charged", failure.Message, StringComparison.Ordinal);
        Assert.Contains("Get-AiGatewayTopUp", failure.RecommendedAction, StringComparison.Ordinal);
        Assert.Contains("Get-AiGatewayCredit", failure.RecommendedAction, StringComparison.Ordinal);
        Assert.Single(bench.Service.Sent);
    }

    [Theory]
    [InlineData(400, AiGatewayErrorKind.Rejected)]
    [InlineData(401, AiGatewayErrorKind.Unauthorized)]
    [InlineData(403, AiGatewayErrorKind.Forbidden)]
    [InlineData(402, AiGatewayErrorKind.PaymentRequired)]
    [InlineData(429, AiGatewayErrorKind.RateLimited)]
    public async Task What_was_refused_was_not_charged_and_is_not_sent_again(int status, AiGatewayErrorKind kind)
    {
        var bench = new Bench();
        bench.Service.Then(() => Answers.Fail(status, 7000, "No"));
        AiGatewayException failure = await bench.FailAsync(bench.Client.Billing.AddCreditAsync(Bench.Account, 25m, "USD", null, bench.Call));
        Assert.Equal((kind, false), (failure.Kind, failure.IsOutcomeOpen));
        Assert.Single(bench.Service.Sent);
    }

    [Fact]
    public async Task A_declined_card_is_explained()
    {
        var bench = new Bench();
        bench.Service.Then(() => Answers.Fail(402, 1000, "Your card was declined."));
        AiGatewayException failure = await bench.FailAsync(bench.Client.Billing.AddCreditAsync(Bench.Account, 25m, "USD", null, bench.Call));
        Assert.Contains("Your card was declined", failure.Message, StringComparison.Ordinal);
        Assert.Contains("No credit was added", failure.RecommendedAction, StringComparison.Ordinal);
        Assert.Contains("-PaymentMethodId", failure.RecommendedAction, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_provably_was_not_sent_is_sent()
    {
        var bench = new Bench();
        bench.Service.ThenThrow(Answers.Refused).Then(() => Answers.Ok(Begun));
        Assert.Equal("in_1", (await bench.RunAsync(bench.Client.Billing.AddCreditAsync(Bench.Account, 25m, "USD", null, bench.Call))).PaymentIntentId);
        Assert.Equal(2, bench.Service.Sent.Count);
        bench = new Bench(retries: 1);
        bench.Service.ThenThrow(Answers.Refused);
        AiGatewayException failure = await bench.FailAsync(bench.Client.Billing.AddCreditAsync(Bench.Account, 25m, "USD", null, bench.Call));
        Assert.Equal((AiGatewayErrorKind.Network, false), (failure.Kind, failure.IsOutcomeOpen));
    }

    [Theory]
    [InlineData("\"completed\"", TopUpStatus.Completed)]
    [InlineData("\"PENDING\"", TopUpStatus.Pending)]
    [InlineData("\"failed\"", TopUpStatus.Failed)]
    [InlineData("\"refunded\"", TopUpStatus.Unknown)]
    [InlineData("null", TopUpStatus.Unknown)]
    public async Task A_state_is_asked_for_by_a_post_that_may_be_repeated(string status, TopUpStatus expected)
    {
        var bench = new Bench();
        bench.Service.Then(() => Answers.Fail(503)).Then(() => Answers.Ok($$"""{"payment_intent_id":"in_1","status":{{status}}}"""));
        Assert.Equal(expected, await bench.RunAsync(bench.Client.Billing.GetTopUpStatusAsync(Bench.Account, "in_1", bench.Call)));
        Assert.All(bench.Service.Sent, sent => Assert.Equal(("POST", """{"payment_intent_id":"in_1"}"""), (sent.Method, sent.Body)));
    }

    [Theory]
    [InlineData(10000)]
    [InlineData(1000)]
    public async Task What_tokens_may_not_says_where_it_is_done(int code)
    {
        var bench = new Bench();
        bench.Service.Then(() => Answers.Fail(403, code, "Authentication error"));
        AiGatewayException limit = await bench.FailAsync(
            SucceedAsync(bench.Client.Billing.SetSpendingLimitAsync(Bench.Account, 10m, SpendingLimitDuration.Monthly, RateLimitingTechnique.Fixed, bench.Call)));
        Assert.Equal(AiGatewayErrorKind.NotAvailable, limit.Kind);
        Assert.Contains("New-AiGatewaySpendRule", limit.RecommendedAction, StringComparison.Ordinal);
        Assert.Equal("""{"amount":1000,"duration":"monthly","strategy":"fixed"}""", bench.Service.Sent[0].Body);

        AiGatewayException set = await bench.FailAsync(bench.Client.Billing.SetAutoTopUpAsync(Bench.Account, 50m, 5m, bench.Call));
        AiGatewayException remove = await bench.FailAsync(SucceedAsync(bench.Client.Billing.RemoveAutoTopUpAsync(Bench.Account, bench.Call)));
        foreach (AiGatewayException failure in new[] { set, remove })
        {
            Assert.Equal((AiGatewayErrorKind.NotAvailable, 403), (failure.Kind, failure.StatusCode));
            Assert.Contains("Credits Available", failure.RecommendedAction, StringComparison.Ordinal);
            Assert.DoesNotContain("AI Gateway Edit", failure.Message, StringComparison.Ordinal);
        }

        Assert.Equal("""{"amount":5000,"threshold":500}""", bench.Service.Sent[1].Body);
    }

    [Fact]
    public async Task A_limit_that_wants_a_top_up_first_says_so()
    {
        var bench = new Bench();
        bench.Service.Then(() => Answers.Fail(400, 1000, "NO_MANUAL_TOPUP"));
        AiGatewayException failure = await bench.FailAsync(
            SucceedAsync(bench.Client.Billing.SetSpendingLimitAsync(Bench.Account, 10m, SpendingLimitDuration.Daily, RateLimitingTechnique.Sliding, bench.Call)));
        Assert.Contains("Add-AiGatewayCredit", failure.RecommendedAction, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_automatic_top_up_is_read_back_after_it_was_set()
    {
        var bench = new Bench();
        bench.Service.Then(() => Answers.Ok("null")).Then(() => Answers.Ok("""{"amount":5000,"threshold":500}"""));
        AiGatewayAutoTopUp topUp = await bench.Client.Billing.SetAutoTopUpAsync(Bench.Account, 50m, 5m, bench.Call);
        Assert.Equal("50.00 USD below 5.00 USD", topUp.ToString());
        Assert.Equal(["POST", "GET"], bench.Service.Sent.Select(sent => sent.Method));
    }

    [Fact]
    public async Task Removing_is_repeated_and_takes_an_empty_result()
    {
        var bench = new Bench();
        bench.Service.Then(() => Answers.Fail(503)).Then(() => Answers.Ok("{}"));
        await bench.RunAsync(SucceedAsync(bench.Client.Billing.RemoveSpendingLimitAsync(Bench.Account, bench.Call)));
        Assert.Equal(["DELETE", "DELETE"], bench.Service.Sent.Select(sent => sent.Method));
    }

    private static async Task<bool> SucceedAsync(Task work)
    {
        await work;
        return true;
    }
}
