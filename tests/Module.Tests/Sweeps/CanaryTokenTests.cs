using System;
using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;
using System.Text.Json.Nodes;
using CloudflareAiGateway.EngineHost;
using CloudflareAiGateway.Module.Tests.Support;
using Xunit;

namespace CloudflareAiGateway.Module.Tests.Sweeps;

/// <summary>The token and other secrets reach the wire and nothing else: no stream, no error, no view, no property.</summary>
public sealed class CanaryTokenTests(EmulatorProcess emulator) : ModuleTest(emulator)
{
    private const string StripeCanary = "canary-stripe-5150";

    [Fact]
    public void Every_command_keeps_the_token_to_itself()
    {
        Emulator.Fault(
            new JsonObject { ["method"] = "GET", ["path"] = "*/gateways/broken-api", ["times"] = -1, ["status"] = 500, ["body"] = EmulatorProcess.CanaryToken },
            new JsonObject { ["method"] = "GET", ["path"] = "*/gateways/html-api", ["times"] = -1, ["status"] = 200, ["body"] = "<html>" + EmulatorProcess.CanaryToken });
        Connect(Session, "-MaximumRetryCount 0");
        string[] scripts =
        [
            "Get-AiGatewayConnection",
            "Get-AiGatewayConnection | Format-List *",
            "Get-AiGatewayAccount",
            "Test-AiGatewayConnection",
            "New-AiGateway prod-api -CacheTtl 60 -Stripe @{ Authorization = $stripe; UsageEvents = @{ Payload = 'x' } }",
            "Get-AiGateway | Format-List *",
            "(Get-AiGateway prod-api).Stripe | Format-List *",
            "Set-AiGateway prod-api -CacheTtl 120",
            "Set-AiGateway prod-api -Stripe $null -WhatIf",
            "Get-AiGateway missing-api",
            "Get-AiGateway broken-api",
            "Get-AiGateway html-api",
            "New-AiGateway prod-api",
            "Remove-AiGateway prod-api -Confirm:$false",
            "Disconnect-AiGateway",
        ];
        foreach (string script in scripts)
        {
            EngineResult plain = Session.Run(
                "$VerbosePreference = 'Continue'; $DebugPreference = 'Continue'; $InformationPreference = 'Continue'; " + script, ("stripe", Token(StripeCanary)));
            EngineResult shown = Session.RunFormatted(script, ("stripe", Token(StripeCanary)));
            foreach (string text in Everything(plain).Concat(Everything(shown)))
            {
                Assert.DoesNotContain(EmulatorProcess.CanaryToken, text, StringComparison.Ordinal);
                Assert.DoesNotContain(StripeCanary, text, StringComparison.Ordinal);
            }
        }

        Assert.Contains(Emulator.Journal(), r => r!.ToJsonString().Contains(StripeCanary, StringComparison.Ordinal));
    }

    private static IEnumerable<string> Everything(EngineResult result)
    {
        yield return result.HostText;
        foreach (string text in result.Output.SelectMany(Properties)
            .Concat(result.Errors.SelectMany(Texts))
            .Concat(result.Verbose.Select(r => r.Message))
            .Concat(result.Debug.Select(r => r.Message))
            .Concat(result.Warnings.Select(r => r.Message)))
        {
            yield return text;
        }
    }

    private static IEnumerable<string> Properties(PSObject? item) =>
        item is null ? [] : item.Properties.Select(p => $"{p.Value}").Append(item.ToString());

    private static IEnumerable<string> Texts(ErrorRecord error)
    {
        yield return error.ToString();
        yield return error.ErrorDetails?.Message ?? string.Empty;
        yield return $"{error.TargetObject}";
        for (Exception? e = error.Exception; e is not null; e = e.InnerException)
        {
            yield return e.ToString();
        }
    }
}
