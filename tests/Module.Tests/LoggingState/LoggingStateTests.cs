using System;
using System.Linq;
using System.Management.Automation;
using System.Text.Json.Nodes;
using CloudflareAiGateway.EngineHost;
using CloudflareAiGateway.Module.Tests.Support;
using Xunit;

namespace CloudflareAiGateway.Module.Tests.LoggingState;

public sealed class LoggingStateTests(EmulatorProcess emulator) : ModuleTest(emulator)
{
    [Fact]
    public void The_move_says_that_it_is_for_good_and_what_stops()
    {
        string text = Run("Set-AiGatewayLoggingState -WhatIf").HostText;
        Assert.Contains("for good", text, StringComparison.Ordinal);
        Assert.Contains("Export-", text, StringComparison.Ordinal);
        Assert.Contains("no way back", text, StringComparison.Ordinal);
        var attribute = (CmdletAttribute)((CmdletInfo)Run("Get-Command Set-AiGatewayLoggingState").Output[0].BaseObject).ImplementingType
            .GetCustomAttributes(typeof(CmdletAttribute), false)[0];
        Assert.Equal(ConfirmImpact.High, attribute.ConfirmImpact);
        Assert.Empty(Emulator.Writes());
    }

    [Fact]
    public void The_logs_are_elsewhere_afterwards_and_a_second_move_sends_nothing()
    {
        Run("New-AiGateway prod-api");
        Emulator.Post("/_emulator/logs", new JsonObject { ["gateway"] = "prod-api", ["count"] = 3 });
        Assert.Equal(["Gateway"], Values("Get-AiGatewayLoggingState", "Platform").Select(p => p!.ToString()));
        Assert.Equal(["WorkersObservability"], Values("Set-AiGatewayLoggingState -Confirm:$false -PassThru", "Platform").Select(p => p!.ToString()));
        Assert.Empty(Run("Get-AiGatewayLog prod-api").Output);
        Emulator.ForgetRequests();
        EngineResult again = Run("Set-AiGatewayLoggingState -Confirm:$false -Verbose -PassThru");
        Assert.Single(again.Output);
        Assert.Contains(again.Verbose, v => v.Message.Contains("already", StringComparison.Ordinal));
        Assert.Empty(Emulator.Writes());
    }

    [Fact]
    public void A_state_that_cannot_be_read_does_not_stop_the_move()
    {
        Connect(Session, "-MaximumRetryCount 0");
        Emulator.Fault(Unavailable("GET", -1));
        ErrorRecord error = RunToError("Get-AiGatewayLoggingState");
        Assert.StartsWith("ApiUnavailable,", error.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Contains("Try again later", Shown(error), StringComparison.Ordinal);
        Run("Set-AiGatewayLoggingState -Confirm:$false");
        Assert.Single(Emulator.Writes());
    }

    [Fact]
    public void A_move_that_is_refused_for_now_gets_advice()
    {
        Connect(Session, "-MaximumRetryCount 0");
        Emulator.Fault(Unavailable("PATCH", 1));
        ErrorRecord error = RunToError("Set-AiGatewayLoggingState -Confirm:$false");
        Assert.StartsWith("ApiUnavailable,", error.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Contains("does no harm", Shown(error), StringComparison.Ordinal);
    }

    [Fact]
    public void There_is_no_way_back()
    {
        Assert.StartsWith("InvalidLoggingState,", RunToError("Set-AiGatewayLoggingState Gateway -Confirm:$false").FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Empty(Emulator.Requests());
    }

    [Fact]
    public void Accounts_are_piped()
    {
        Assert.Equal([EmulatorProcess.AccountId], Values("Get-AiGatewayAccount | Get-AiGatewayLoggingState", "AccountId"));
        Assert.Contains("Gateway", Session.RunFormatted("Get-AiGatewayLoggingState").HostText, StringComparison.Ordinal);
    }

    private static JsonObject Unavailable(string method, int times) => new()
    {
        ["method"] = method,
        ["path"] = "*/logging-state",
        ["times"] = times,
        ["status"] = 503,
        ["body"] = """{"success":false,"errors":[{"code":7015,"message":"temporarily unavailable"}],"result":{}}""",
    };
}
