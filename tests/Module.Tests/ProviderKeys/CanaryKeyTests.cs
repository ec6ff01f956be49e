using System;
using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;
using System.Text.Json.Nodes;
using CloudflareAiGateway.EngineHost;
using CloudflareAiGateway.Module.Tests.Support;
using Xunit;

namespace CloudflareAiGateway.Module.Tests.ProviderKeys;

/// <summary>The value of a key reaches the wire and nothing else, even when the service sends it back: no stream, error, view or property.</summary>
public sealed class CanaryKeyTests(EmulatorProcess emulator) : KeyTest(emulator)
{
    [Fact]
    public void No_command_says_the_value_of_a_key()
    {
        Connect(Session, "-MaximumRetryCount 0");
        string echo = new JsonObject
        {
            ["success"] = false,
            ["errors"] = new JsonArray(new JsonObject { ["code"] = 7001, ["message"] = "Cannot take " + Canary, ["path"] = new JsonArray("body", "x") }),
            ["got"] = Canary,
        }.ToJsonString();
        string[] scripts =
        [
            "New-AiGatewayProviderKey prod-api openai -ApiKey $key -WhatIf",
            "New-AiGatewayProviderKey prod-api openai -ApiKey $key",
            "New-AiGatewayProviderKey prod-api openai -ApiKey $key",
            "New-AiGatewayProviderKey prod-api openai -ApiKey $key -Force",
            "Get-AiGatewayProviderKey prod-api | Format-List *",
            "Get-AiGatewayProviderKey prod-api | ConvertTo-Csv",
            "Get-AiGatewayProviderKey prod-api | ConvertTo-Json",
            "Set-AiGatewayProviderKey prod-api openai -ApiKey $key -PassThru",
            "New-AiGatewaySecret mine -Value $key -Comment c",
            "New-AiGatewaySecret mine -Value $key",
            "Set-AiGatewaySecret mine -Value $key -PassThru",
            "Set-AiGatewaySecret mine -Value $key -WhatIf",
            "Get-AiGatewaySecret | Format-List *",
            "Get-AiGatewaySecret | ConvertTo-Csv",
            "Get-AiGatewaySecret | ConvertTo-Json",
            "Copy-AiGatewaySecret mine yours",
            "Remove-AiGatewayProviderKey prod-api openai -RemoveSecret -Confirm:$false",
            "Get-AiGatewaySecret | Remove-AiGatewaySecret -Confirm:$false",
            "Remove-AiGatewaySecretStore default_secrets_store -Force -Confirm:$false",
        ];
        foreach (string script in scripts)
        {
            AssertSilent(script);
        }

        Run("New-AiGatewayProviderKey prod-api openai -ApiKey $key");
        foreach (string write in new[] { "POST */secrets", "PATCH */secrets/*", "PUT */provider_configs/*", "POST */provider_configs" })
        {
            foreach (int status in new[] { 400, 403, 500, 200 })
            {
                string[] parts = write.Split(' ');
                Emulator.Post("/_emulator/faults", new JsonObject { ["method"] = parts[0], ["path"] = parts[1], ["status"] = status, ["body"] = parts[0] == "POST" && parts[1].EndsWith("configs", StringComparison.Ordinal) ? "{}" : echo, ["times"] = 2 });
                AssertSilent(parts[0] switch
                {
                    "PUT" => "Set-AiGatewayProviderKey prod-api openai -ApiKey $key",
                    "PATCH" => "Set-AiGatewaySecret prod-api_openai_default -Value $key",
                    _ => "New-AiGatewayProviderKey dev-chat openai -ApiKey $key -Force -TimeoutSec 1",
                });
            }
        }

        Assert.Contains(Emulator.Journal(), r => ((string?)r!["body"])?.Contains("sk-canary", StringComparison.Ordinal) == true);
    }

    private void AssertSilent(string script)
    {
        EngineResult plain = Session.Run("$VerbosePreference = 'Continue'; $DebugPreference = 'Continue'; $InformationPreference = 'Continue'; " + script);
        EngineResult shown = Session.RunFormatted(script);
        EngineResult remembered = Session.Run("$Error | ForEach-Object { \"$_ $($_.Exception) $($_.ErrorDetails) $($_.ErrorDetails.RecommendedAction) $($_.TargetObject) $($_.CategoryInfo)\" }");
        foreach (string text in Everything(plain).Concat(Everything(shown)).Concat(Everything(remembered)))
        {
            // The value has quotes in it: neither as it is nor as JSON writes it.
            Assert.DoesNotContain("sk-canary", text, StringComparison.Ordinal);
            Assert.DoesNotContain("tail5150", text, StringComparison.Ordinal);
        }
    }

    private static IEnumerable<string> Everything(EngineResult result) =>
        result.Output.Where(o => o is not null).SelectMany(o => o.Properties.Select(p => $"{p.Value}").Append(o.ToString()))
            .Concat(result.Errors.SelectMany(Texts))
            .Concat(result.Verbose.Select(r => r.Message))
            .Concat(result.Debug.Select(r => r.Message))
            .Concat(result.Warnings.Select(r => r.Message))
            .Concat(result.Information.Select(r => $"{r.MessageData}"))
            .Concat(result.Progress.Select(r => $"{r.Activity} {r.StatusDescription} {r.CurrentOperation}"))
            .Append(result.HostText);

    private static IEnumerable<string> Texts(ErrorRecord error)
    {
        yield return $"{error} {error.ErrorDetails} {error.ErrorDetails?.RecommendedAction} {error.TargetObject} {error.CategoryInfo}";
        for (Exception? e = error.Exception; e is not null; e = e.InnerException)
        {
            yield return e.ToString();
        }
    }
}
