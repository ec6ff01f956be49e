using System;
using System.Linq;
using System.Management.Automation;
using System.Text.Json.Nodes;
using System.Threading;
using CloudflareAiGateway.EngineHost;
using CloudflareAiGateway.Module.Tests.Support;
using Xunit;

namespace CloudflareAiGateway.Module.Tests.Billing;

/// <summary>Buying credit: what costs money is asked for, checked first, sent once, and waited for.</summary>
public sealed class CreditTests : ModuleTest
{
    public CreditTests(EmulatorProcess emulator)
        : base(emulator) => Behave("""{"start_credit":0}""");

    private int Payments => Emulator.Writes().Count(w => w.EndsWith("/billing/topup", StringComparison.Ordinal));

    [Fact]
    public void It_says_what_it_costs_and_on_which_card()
    {
        string text = Run("Add-AiGatewayCredit 25 -WhatIf").HostText;
        Assert.Contains("Charge 25.00 USD", text, StringComparison.Ordinal);
        Assert.Contains("visa ending in 4242", text, StringComparison.Ordinal);
        Assert.Contains("balance now 0.00 USD", text, StringComparison.Ordinal);
        Assert.Empty(Emulator.Writes());
        var attribute = (CmdletAttribute)((CmdletInfo)Run("Get-Command Add-AiGatewayCredit").Output[0].BaseObject).ImplementingType.GetCustomAttributes(typeof(CmdletAttribute), false)[0];
        Assert.Equal(ConfirmImpact.High, attribute.ConfirmImpact);
    }

    [Theory]
    [InlineData("(25 * 1.1)", "27.50")]
    [InlineData("' 25.50 '", "25.50")]
    [InlineData("12.1", "12.10")]
    [InlineData("([float] 12.1)", "12.10")]
    [InlineData("([uint16] 12)", "12.00")]
    public void Amounts_are_what_they_look_like(string amount, string shown) =>
        Assert.Contains($"Charge {shown} USD", Run($"Add-AiGatewayCredit {amount} -WhatIf").HostText, StringComparison.Ordinal);

    [Fact]
    public void It_names_the_currency_of_the_account()
    {
        var limits = new JsonObject { ["min_cents"] = 2000, ["max_cents"] = null, ["currency"] = "eur" };
        Emulator.Fault(new JsonObject { ["path"] = "*/topup/limits", ["times"] = -1, ["status"] = 200, ["body"] = new JsonObject { ["success"] = true, ["result"] = limits } });
        Assert.Contains("Charge 25.00 EUR", Run("Add-AiGatewayCredit 25 -WhatIf").HostText, StringComparison.Ordinal);
        Assert.Contains("10 EUR is too small: at least 20.00 EUR", Shown(RunToError("Add-AiGatewayCredit 10 -Confirm:$false")), StringComparison.Ordinal);
        Assert.Equal(["EUR"], Values("Add-AiGatewayCredit 25 -NoWait -Confirm:$false", "Currency"));
    }

    [Fact]
    public void It_waits_until_the_payment_has_gone_through()
    {
        Behave("""{"payment_seconds":1.5}""");
        PSObject payment = Assert.Single(Run("Add-AiGatewayCredit 25.50 -Confirm:$false").Output);
        Assert.Equal(("Completed", 25.50m), (payment.Properties["Status"].Value.ToString(), payment.Properties["Amount"].Value));
        Assert.Equal([25.50m], Values("Get-AiGatewayCredit", "Balance"));
        Assert.Equal([payment.Properties["PaymentIntentId"].Value], Values("Get-AiGatewayInvoice", "Id"));
        Assert.Equal(1, Payments);
    }

    [Fact]
    public void NoWait_does_not_wait_and_the_state_can_be_asked_for()
    {
        Behave("""{"payment_seconds":3600}""");
        Run("$payment = Add-AiGatewayCredit 10 -NoWait -Confirm:$false");
        Assert.DoesNotContain(Emulator.Writes(), w => w.EndsWith("/topup/status", StringComparison.Ordinal));
        Assert.Equal("Pending", Run("Add-AiGatewayCredit 10 -NoWait -Confirm:$false | Get-AiGatewayTopUp | ForEach-Object { \"$($_.Status)\" }").Output.Single().ToString());
        Assert.Equal(2, Run("Get-AiGatewayTopUp").Output.Count);
    }

    [Fact]
    public void A_payment_that_takes_too_long_comes_back_with_a_warning()
    {
        Behave("""{"payment_needs_confirmation":true}""");
        EngineResult result = Run("Add-AiGatewayCredit 10 -TimeoutSec 1 -Confirm:$false");
        Assert.Equal(("Pending", true), (result.Output.Single().Properties["Status"].Value.ToString(), result.Output.Single().Properties["NeedsConfirmation"].Value));
        Assert.Contains(result.Warnings, w => w.Message.Contains("confirmation", StringComparison.Ordinal));
        Assert.Contains(result.Warnings, w => w.Message.Contains("do not pay again", StringComparison.Ordinal));
        Assert.Equal(1, Payments);
    }

    [Fact]
    public void A_payment_that_fails_later_is_an_error_and_comes_back()
    {
        Emulator.Fault(new JsonObject { ["path"] = "*/topup/status", ["status"] = 200, ["body"] = new JsonObject { ["success"] = true, ["result"] = new JsonObject { ["status"] = "failed" } } });
        EngineResult result = Session.Run("Add-AiGatewayCredit 10 -Confirm:$false");
        Assert.Equal("Failed", result.Output.Single().Properties["Status"].Value.ToString());
        ErrorRecord error = Assert.Single(result.Errors);
        Assert.StartsWith("PaymentRequired,", error.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Contains("no credit was added", Shown(error), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("*/billing/topup", "before you pay again")]
    [InlineData("*/topup/status", "Get-AiGatewayTopUp in_")]
    public void A_stop_says_that_the_payment_does_not_stop(string path, string says)
    {
        Emulator.Fault(new JsonObject { ["method"] = "POST", ["path"] = path, ["delay_ms"] = 30_000 });
        using EngineRun run = Session.BeginRun("Add-AiGatewayCredit 10 -Confirm:$false");
        Assert.True(SpinWait.SpinUntil(() => Emulator.Writes().Any(w => w.EndsWith(path[1..], StringComparison.Ordinal)), TimeSpan.FromSeconds(30)));
        run.Stop();
        Assert.True(run.Wait(TimeSpan.FromSeconds(5)).Stopped);
        Assert.Contains(says, Session.Host.TextOf(HostStream.Warning), StringComparison.Ordinal);
    }

    [Fact]
    public void A_state_that_cannot_be_read_does_not_hide_the_payment()
    {
        Connect(Session, "-MaximumRetryCount 0");
        Emulator.Fault(new JsonObject { ["method"] = "POST", ["path"] = "*/topup/status", ["times"] = -1, ["status"] = 500 });
        EngineResult result = Run("Add-AiGatewayCredit 10 -Confirm:$false");
        Assert.StartsWith("in_", (string)result.Output.Single().Properties["PaymentIntentId"].Value, StringComparison.Ordinal);
        Assert.Contains(result.Warnings, w => w.Message.Contains("was begun", StringComparison.Ordinal));
        Assert.Equal(1, Payments);
    }

    [Theory]
    [InlineData("""{"status":503}""")]
    [InlineData("""{"status":409}""")]
    [InlineData("""{"reset":"before"}""")]
    public void An_answer_that_is_lost_is_said_and_the_payment_is_not_sent_again(string fault)
    {
        JsonObject failing = JsonNode.Parse(fault)!.AsObject();
        failing["method"] = "POST";
        failing["path"] = "*/billing/topup";
        failing["times"] = -1;
        Emulator.Fault(failing);
        ErrorRecord error = RunToError("Add-AiGatewayCredit 25 -Confirm:$false");
        Assert.StartsWith("OutcomeUnknown,", error.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Contains("may have been charged", Shown(error), StringComparison.Ordinal);
        Assert.Contains("Get-AiGatewayTopUp", Shown(error), StringComparison.Ordinal);
        Assert.Equal(1, Payments);
    }

    [Fact]
    public void A_declined_card_is_explained()
    {
        Behave("""{"card_declined":true}""");
        ErrorRecord error = RunToError("Add-AiGatewayCredit 25 -Confirm:$false");
        Assert.StartsWith("PaymentRequired,", error.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Contains("Your card was declined", Shown(error), StringComparison.Ordinal);
        Assert.Contains("No credit was added", Shown(error), StringComparison.Ordinal);
        Assert.Equal([0m], Values("Get-AiGatewayCredit", "Balance"));
    }

    [Fact]
    public void Without_a_card_nothing_is_sent_unless_another_is_named()
    {
        Behave("""{"no_payment_method":true,"payment_seconds":0}""");
        Assert.StartsWith("NoPaymentMethod,", RunToError("Add-AiGatewayCredit 25 -Confirm:$false").FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.StartsWith("TopUpNotAllowed,", RunToError("Add-AiGatewayCredit 25 -PaymentMethodId pm_1 -Confirm:$false").FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Equal(0, Payments);
    }

    [Fact]
    public void What_helps_to_be_careful_is_not_needed()
    {
        Behave("""{"payment_seconds":0}""");
        Connect(Session, "-MaximumRetryCount 0");
        foreach (string path in new[] { "*/topup/limits", "*/topup/eligibility", "*/credit-balance" })
        {
            Emulator.Fault(new JsonObject { ["path"] = path, ["times"] = -1, ["status"] = 500 });
        }

        Assert.Equal("Completed", Run("Add-AiGatewayCredit 25 -Confirm:$false | ForEach-Object { \"$($_.Status)\" }").Output.Single().ToString());
    }

    [Theory]
    [InlineData("9.99", "InvalidAmount")]
    [InlineData("12.345", "InvalidAmount")]
    [InlineData("-25", "InvalidAmount")]
    [InlineData("99999999999", "InvalidAmount")]
    [InlineData("much", "ParameterArgumentTransformationError")]
    [InlineData("'25,50'", "ParameterArgumentTransformationError")]
    [InlineData("'1,000'", "ParameterArgumentTransformationError")]
    [InlineData("$true", "ParameterArgumentTransformationError")]
    public void Bad_amounts_are_refused_before_any_call(string amount, string id)
    {
        Assert.StartsWith(id + ",", RunToError($"Add-AiGatewayCredit {amount} -Confirm:$false").FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Empty(Emulator.Requests());
    }

    [Fact]
    public void More_than_the_service_takes_is_refused_before_a_payment()
    {
        ErrorRecord error = RunToError("Add-AiGatewayCredit 1000.01 -Confirm:$false");
        Assert.StartsWith("InvalidAmount,", error.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Contains("1000.00 USD", Shown(error), StringComparison.Ordinal);
        Assert.Empty(Emulator.Writes());
    }

    [Fact]
    public void The_secret_of_a_confirmation_is_nowhere()
    {
        Behave("""{"payment_needs_confirmation":true}""");
        EngineResult result = Run("$VerbosePreference = 'Continue'; $DebugPreference = 'Continue'; Add-AiGatewayCredit 10 -NoWait -Confirm:$false");
        string everything = string.Join('\n', result.Output.SelectMany(o => o.Properties.Select(p => $"{p.Value}")).Concat(result.Debug.Select(d => d.Message)).Concat(result.Verbose.Select(v => v.Message)).Append(result.HostText));
        Assert.Contains("client_secret", everything, StringComparison.Ordinal);
        Assert.DoesNotContain("_secret_", everything, StringComparison.Ordinal);
    }

    private void Behave(string behaviour) => Emulator.Post("/_emulator/behaviour", JsonNode.Parse(behaviour)!);
}
