using System;
using System.Linq;
using System.Management.Automation;
using System.Text.Json.Nodes;
using CloudflareAiGateway.EngineHost;
using CloudflareAiGateway.Module.Tests.Support;
using Xunit;

namespace CloudflareAiGateway.Module.Tests.Billing;

public sealed class BillingTests : ModuleTest
{
    public BillingTests(EmulatorProcess emulator)
        : base(emulator) => Behave("""{"start_credit":0}""");

    [Fact]
    public void Credit_invoices_and_top_ups_hang_together()
    {
        Behave("""{"payment_seconds":0}""");
        Run("1..22 | ForEach-Object { Add-AiGatewayCredit (10 + $_) -Confirm:$false }");
        Assert.Equal([473m], Values("Get-AiGatewayCredit", "Balance"));
        Assert.Equal(22, Run("Get-AiGatewayInvoice").Output.Count);
        Emulator.ForgetRequests();
        Assert.Equal([32m, 31m], Values("Get-AiGatewayInvoice -First 2", "AmountDue"));
        Assert.Single(Emulator.Requests());
        Assert.Equal([12m, 11m], Values("Get-AiGatewayInvoice -Skip 20", "AmountDue"));
        Assert.Empty(Run("Get-AiGatewayInvoice Auto").Output);
        Assert.Equal(22, Run("Get-AiGatewayInvoice -Type Manual").Output.Count);
        Assert.Equal(["Completed"], Run("Get-AiGatewayTopUp | Get-AiGatewayTopUp | ForEach-Object { \"$($_.Status)\" }").Output.Select(o => o.ToString()).Distinct());
    }

    [Fact]
    public void Usage_comes_by_day_and_hour_with_times_of_its_own()
    {
        Run("New-AiGateway prod-api");
        Emulator.Post("/_emulator/logs", new JsonObject
        {
            ["gateway"] = "prod-api",
            ["rows"] = new JsonArray(
                new JsonObject { ["id"] = "a", ["cost"] = 1.5, ["wholesale"] = true, ["created_at"] = "2026-01-05T10:20:00.000Z" },
                new JsonObject { ["id"] = "b", ["cost"] = 2.25, ["wholesale"] = true, ["created_at"] = "2026-01-05T11:20:00.000Z" }),
        });
        Assert.Equal([3.75m], Values("Get-AiGatewayBillingUsage -After 2026-01-01 -Before 2026-02-01", "Amount"));
        Assert.Equal([1.50m, 2.25m], Values("Get-AiGatewayBillingUsage -GroupBy hour -After 2026-01-05T00:00:00Z -Before 2026-01-06T00:00:00Z", "Amount"));
        Emulator.ForgetRequests();
        Run("Get-AiGatewayBillingUsage");
        string query = (string)Emulator.Journal().Single()!["path"]!;
        Assert.Contains("start_time=", query, StringComparison.Ordinal);
        Assert.Contains("end_time=", query, StringComparison.Ordinal);
        Assert.StartsWith("InvalidTimeRange,", RunToError("Get-AiGatewayBillingUsage -After 2026-02-01 -Before 2026-01-01").FullyQualifiedErrorId, StringComparison.Ordinal);
    }

    [Fact]
    public void The_current_period_has_a_preview()
    {
        PSObject preview = Assert.Single(Run("Get-AiGatewayInvoice -Preview").Output);
        Assert.Equal(("draft", "USD"), (preview.Properties["Status"].Value, preview.Properties["Currency"].Value));
        Assert.Equal("AI Gateway usage: 0.00 USD", Run("\"$((Get-AiGatewayInvoice -Preview).Lines)\"").Output.Single().ToString());
    }

    [Theory]
    [InlineData("Set-AiGatewaySpendingLimit 10 Monthly", "New-AiGatewaySpendRule")]
    [InlineData("Set-AiGatewayAutoTopUp 50 5 -Confirm:$false", "Credits Available")]
    public void What_tokens_may_not_says_where_it_is_done(string script, string place)
    {
        ErrorRecord error = RunToError(script);
        Assert.StartsWith("NotAvailable,", error.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Contains(place, Shown(error), StringComparison.Ordinal);
        Assert.Single(Emulator.Writes());
    }

    [Fact]
    public void An_automatic_top_up_can_be_refused_on_removal_too()
    {
        Behave("""{"tokens_manage_billing":true}""");
        Run("Set-AiGatewayAutoTopUp 50 5 -Confirm:$false");
        Behave("""{"tokens_manage_billing":false}""");
        Assert.StartsWith("NotAvailable,", RunToError("Remove-AiGatewayAutoTopUp -Confirm:$false").FullyQualifiedErrorId, StringComparison.Ordinal);
    }

    [Fact]
    public void An_automatic_top_up_is_merged_and_sent_only_when_it_changes()
    {
        Behave("""{"tokens_manage_billing":true}""");
        Assert.StartsWith("InvalidAmount,", RunToError("Set-AiGatewayAutoTopUp 50 -Confirm:$false").FullyQualifiedErrorId, StringComparison.Ordinal);
        Run("Set-AiGatewayAutoTopUp 50 5 -Confirm:$false");
        Emulator.ForgetRequests();
        Run("Set-AiGatewayAutoTopUp -Amount 50.00 -Confirm:$false");
        Assert.Empty(Emulator.Writes());
        EngineResult result = Run("Set-AiGatewayAutoTopUp -Threshold 7.50 -WhatIf -PassThru");
        Assert.Contains("Threshold: 5.00 USD → 7.50 USD", result.HostText, StringComparison.Ordinal);
        Assert.Equal("50.00 USD below 7.50 USD", result.Output.Single().ToString());
        Assert.Equal("50.00 USD below 7.50 USD", Run("Set-AiGatewayAutoTopUp -Threshold 7.50 -Confirm:$false -PassThru").Output.Single().ToString());
        Run("Remove-AiGatewayAutoTopUp -Confirm:$false");
        Assert.Equal([false], Values("Get-AiGatewayAutoTopUp", "Enabled"));
        Emulator.ForgetRequests();
        Run("Remove-AiGatewayAutoTopUp -Confirm:$false");
        Assert.Empty(Emulator.Writes());
    }

    [Fact]
    public void An_old_spending_limit_is_read_and_removed()
    {
        Behave("""{"tokens_manage_billing":true,"payment_seconds":0}""");
        Assert.Contains("Add-AiGatewayCredit", Shown(RunToError("Set-AiGatewaySpendingLimit 10 Monthly")), StringComparison.Ordinal);
        Run("Add-AiGatewayCredit 25 -Confirm:$false");
        Assert.Equal("10.50 USD Weekly", Run("Set-AiGatewaySpendingLimit 10.50 Weekly -Strategy Sliding -PassThru").Output.Single().ToString());
        Assert.Contains("10.50 USD Weekly", Run("Remove-AiGatewaySpendingLimit -WhatIf").HostText, StringComparison.Ordinal);
        Run("Remove-AiGatewaySpendingLimit -Confirm:$false");
        Assert.Equal([false], Values("Get-AiGatewaySpendingLimit", "Enabled"));
        Emulator.ForgetRequests();
        Run("Remove-AiGatewaySpendingLimit -Confirm:$false");
        Assert.Empty(Emulator.Writes());
    }

    [Theory]
    [InlineData("Set-AiGatewaySpendingLimit 0.99 Daily", "InvalidAmount")]
    [InlineData("Set-AiGatewaySpendingLimit 10 Yearly", "ParameterArgumentTransformationError")]
    [InlineData("Set-AiGatewayAutoTopUp 9.99 5 -Confirm:$false", "InvalidAmount")]
    [InlineData("Set-AiGatewayAutoTopUp 10 4.99 -Confirm:$false", "InvalidAmount")]
    [InlineData("Get-AiGatewayInvoice Odd", "ParameterArgumentTransformationError")]
    public void Bad_input_is_refused_before_any_call(string script, string id)
    {
        Assert.StartsWith(id + ",", RunToError(script).FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Empty(Emulator.Requests());
    }

    [Fact]
    public void A_payment_that_is_not_there_is_named() =>
        Assert.StartsWith("TopUpNotFound,", RunToError("Get-AiGatewayTopUp in_none").FullyQualifiedErrorId, StringComparison.Ordinal);

    [Fact]
    public void A_token_that_only_reads_gets_the_limits_without_the_eligibility()
    {
        Emulator.Fault(new JsonObject { ["path"] = "*/topup/eligibility", ["status"] = 403 });
        PSObject limit = Assert.Single(Run("Get-AiGatewayTopUp -Limits").Output);
        Assert.Equal((10m, null), (limit.Properties["Minimum"].Value, limit.Properties["Eligible"].Value));
    }

    [Fact]
    public void An_unknown_payment_leads_to_the_list_of_payments()
    {
        ErrorRecord error = RunToError("Get-AiGatewayTopUp in_none");
        Assert.StartsWith("TopUpNotFound,", error.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Contains("Get-AiGatewayTopUp without an id", Shown(error), StringComparison.Ordinal);
    }

    [Fact]
    public void Limits_say_whether_the_account_may()
    {
        PSObject limit = Assert.Single(Run("Get-AiGatewayTopUp -Limits").Output);
        Assert.Equal((10m, 1000m, true), (limit.Properties["Minimum"].Value, limit.Properties["Maximum"].Value, limit.Properties["Eligible"].Value));
        Behave("""{"no_payment_method":true}""");
        Assert.Contains("no: no payment method", Session.RunFormatted("Get-AiGatewayTopUp -Limits").HostText, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Get-AiGatewayCredit", "USD")]
    [InlineData("Get-AiGatewayInvoice", "25.00 USD")]
    [InlineData("Get-AiGatewayTopUp", "25.00 USD")]
    [InlineData("Get-AiGatewayInvoice -Preview", "draft")]
    [InlineData("Get-AiGatewayAutoTopUp", "Threshold")]
    [InlineData("Get-AiGatewaySpendingLimit", "Strategy")]
    public void Views_fit_and_show_money(string script, string text)
    {
        Behave("""{"payment_seconds":0}""");
        Run("Add-AiGatewayCredit 25 -Confirm:$false");
        string shown = Session.RunFormatted(script).HostText;
        Assert.Contains(text, shown, StringComparison.Ordinal);
        Assert.All(shown.Split('\n'), line => Assert.True(line.TrimEnd().Length <= 100, line));
    }

    [Fact]
    public void Accounts_are_piped() =>
        Assert.Equal([EmulatorProcess.AccountId], Values("Get-AiGatewayAccount | Get-AiGatewayCredit", "AccountId"));

    private void Behave(string behaviour) => Emulator.Post("/_emulator/behaviour", JsonNode.Parse(behaviour)!);
}
