using System;
using System.Linq;
using System.Management.Automation;
using System.Text.Json.Nodes;
using CloudflareAiGateway.EngineHost;
using CloudflareAiGateway.Module.Tests.Support;
using Xunit;

namespace CloudflareAiGateway.Module.Tests.ProviderKeys;

public sealed class NewProviderKeyTests(EmulatorProcess emulator) : KeyTest(emulator)
{
    [Fact]
    public void One_line_from_nothing()
    {
        Activate(0.3);
        EngineResult result = Run("New-AiGatewayProviderKey -Gateway prod-api -Provider openai -ApiKey $key -RateLimit 100 -RateLimitPeriod 00:02:00");
        PSObject key = Assert.Single(result.Output);
        Assert.Equal("openai default True 100 120", Show(key, "Provider", "Alias", "DefaultConfig", "RateLimit", "RateLimitPeriod"));
        Assert.Contains(result.Progress, p => p.StatusDescription.Contains("is pending", StringComparison.Ordinal));
        Assert.Equal(ProgressRecordType.Completed, result.Progress[^1].RecordType);
        Assert.Equal(Canary, (string?)JsonNode.Parse(Assert.Single(Bodies("POST", "/secrets")))![0]!["value"]);
        Assert.Equal(Show(key, "Id"), Assert.Single(ShowAll("Get-AiGatewayProviderKey prod-api", "ProviderKeyId")));
        Assert.NotNull(Values("Get-AiGateway prod-api", "StoreId").Single());
    }

    [Fact]
    public void WhatIf_lists_the_steps_in_order()
    {
        string text = Session.RunFormatted("New-AiGatewayProviderKey prod-api openai -ApiKey $key -WhatIf").HostText;
        Assert.Matches(@"(?s)What if: Store the key of provider 'openai' \(alias 'default'\) of gateway 'prod-api' .*1\. Create the account's.*2\. Set gateway.*3\. Create secret.*4\. Wait.*5\. Attach", text);
        Assert.Empty(Emulator.Writes());
    }

    [Fact]
    public void Confirm_shows_them_too_and_no_leaves_everything_alone()
    {
        Session.Host.AnswerChoice(2);
        EngineResult result = Run("New-AiGatewayProviderKey prod-api openai -ApiKey $key -Confirm");
        Assert.Contains("1. Create the account's", result.HostText, StringComparison.Ordinal);
        Assert.Empty(Emulator.Writes());
    }

    [Fact]
    public void Gateways_and_rows_bind_from_the_pipeline()
    {
        Assert.Equal(["prod-api", "dev-chat"], Values("Get-AiGateway | New-AiGatewayProviderKey -Provider openai -ApiKey $key", "GatewayId"));
        const string Csv = "Gateway,Provider,Alias,Default,RateLimit,RateLimitPeriod\nprod-api,groq,,,,\ndev-chat,mistral,blue,yes,5,60\n";
        PSObject[] keys = [.. Run("$csv | ConvertFrom-Csv | New-AiGatewayProviderKey -ApiKey $key", ("csv", Csv)).Output];
        Assert.Equal(["prod-api groq default True ", "dev-chat mistral blue True 5"], keys.Select(k => Show(k, "GatewayId", "Provider", "Alias", "DefaultConfig", "RateLimit")));
    }

    [Fact]
    public void A_bad_row_is_one_error_and_the_rest_goes_on()
    {
        EngineResult result = Session.Run(
            "$csv | ConvertFrom-Csv | New-AiGatewayProviderKey -ApiKey $key",
            ("csv", "Gateway,Provider,Alias\nProd Api,openai,\nprod-api,open ai,\nprod-api,openai,a b\ngone-api,openai,\nprod-api,openai,\n"));
        Assert.Equal(["InvalidGatewayName", "InvalidProvider", "InvalidAlias", "GatewayNotFound"], result.Errors.Select(Id));
        Assert.Single(result.Output);
    }

    [Fact]
    public void A_key_that_is_there_is_an_error_and_Force_replaces_it()
    {
        Run("New-AiGatewayProviderKey prod-api openai -ApiKey $key");
        ErrorRecord error = RunToError("New-AiGatewayProviderKey prod-api openai -ApiKey $key");
        Assert.Equal("ProviderKeyExists", Id(error));
        Assert.Contains("Set-AiGatewayProviderKey", Shown(error), StringComparison.Ordinal);
        Run("New-AiGatewayProviderKey prod-api openai -ApiKey $key -Force");
        Assert.Single(Emulator.Writes(), write => write.StartsWith("PUT", StringComparison.Ordinal) && write.Contains("provider_configs", StringComparison.Ordinal));
    }

    [Fact]
    public void The_same_line_completes_what_was_interrupted()
    {
        Connect(Session, "-MaximumRetryCount 0");
        Emulator.Fault(new JsonObject { ["method"] = "POST", ["path"] = "*/provider_configs", ["status"] = 503 });
        ErrorRecord error = RunToError("New-AiGatewayProviderKey prod-api openai -ApiKey $key");
        Assert.Equal("ApiUnavailable", Id(error));
        Assert.Contains("the secret 'prod-api_openai_default'", Shown(error), StringComparison.Ordinal);
        Assert.Contains("Run the same line again", Shown(error), StringComparison.Ordinal);
        Assert.Single(Run("New-AiGatewayProviderKey prod-api openai -ApiKey $key").Output);
        Assert.Single(Run("Get-AiGatewaySecret").Output);
    }

    [Fact]
    public void A_foreign_secret_of_that_name_is_left_alone()
    {
        Run("New-AiGatewaySecretStore; New-AiGatewaySecret prod-api_openai_default -Value $key");
        ErrorRecord error = RunToError("New-AiGatewayProviderKey prod-api openai -ApiKey $key");
        Assert.Equal("SecretExists", Id(error));
        Assert.Single(Run("New-AiGatewayProviderKey prod-api openai -SecretId (Get-AiGatewaySecret prod-api_openai_default).Id").Output);
        Assert.Empty(Bodies("PATCH", string.Empty));
    }

    [Fact]
    public void A_copied_secret_is_attached_through_the_pipeline()
    {
        Run("New-AiGatewayProviderKey prod-api openai -ApiKey $key");
        Run("Copy-AiGatewaySecret prod-api_openai_default dev-chat_openai_default | New-AiGatewayProviderKey -Gateway dev-chat -Provider openai");
        ErrorRecord error = RunToError("Get-AiGatewaySecret prod-api_openai_default | New-AiGatewayProviderKey -Gateway dev-chat -Provider groq");
        Assert.Equal("InvalidSecret", Id(error));
        Assert.Contains("Copy-AiGatewaySecret", Shown(error), StringComparison.Ordinal);
        Assert.Equal(2, Run("Get-AiGateway | Get-AiGatewayProviderKey").Output.Count);
    }

    [Fact]
    public void Keys_are_copied_to_another_gateway_with_their_settings()
    {
        Run("New-AiGatewayProviderKey prod-api openai -Alias blue -ApiKey $key -RateLimit 7; New-AiGatewayProviderKey prod-api groq -ApiKey $key");
        string[] keys = ShowAll("Get-AiGatewayProviderKey prod-api | New-AiGatewayProviderKey -Gateway dev-chat -ApiKey $key", "GatewayId", "Provider", "Alias", "DefaultConfig", "RateLimit");
        Assert.Equal(["dev-chat groq default True ", "dev-chat openai blue False 7"], keys.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void A_custom_provider_has_to_be_there_under_the_name_that_gateways_use()
    {
        Run("New-AiGatewayCustomProvider my-llm https://llm.example.com");
        ErrorRecord error = RunToError("New-AiGatewayProviderKey prod-api CUSTOM-my-llm -ApiKey $key");
        Assert.Equal("CustomProviderNotFound", Id(error));
        Assert.Contains("Did you mean custom-my-llm?", Shown(error), StringComparison.Ordinal);
        Assert.Equal(["custom-my-llm"], ShowAll("New-AiGatewayProviderKey prod-api custom-my-llm -ApiKey $key", "Provider"));
        Assert.Equal(["custom-none"], ShowAll("New-AiGatewayProviderKey prod-api custom-none -ApiKey $key -Force", "Provider"));
    }

    [Theory]
    [InlineData("-Provider 'open ai' -ApiKey $key", "InvalidProvider", "azure-openai")]
    [InlineData("-Provider opanai -ApiKey $key", "InvalidProvider", "Did you mean 'openai'?")]
    [InlineData("-Provider custom-none -ApiKey $key", "CustomProviderNotFound", "Get-AiGatewayCustomProvider")]
    [InlineData("-Provider xai -ApiKey $key", "InvalidProvider", "'grok'")]
    [InlineData("-Provider openai -Alias 'a/b' -ApiKey $key", "InvalidAlias", "part of the secret's name")]
    [InlineData("-Provider openai -ApiKey $key -RateLimitPeriod 60", "IncompleteRateLimit", "-RateLimit")]
    [InlineData("-Provider openai -ApiKey $big", "InvalidSecretValue", "66,560 bytes")]
    [InlineData("-Provider openai -ApiKey 'sk-plain-text'", "ParameterArgumentTransformationError", "Get-Secret")]
    [InlineData("-Provider openai -ApiKey $null", "ParameterArgumentTransformationError", "is null")]
    [InlineData("-Provider openai -ApiKey (5)", "ParameterArgumentTransformationError", "SecureString or a PSCredential")]
    [InlineData("-Provider openai -ApiKey $key -RateLimit -1", "ParameterArgumentValidationError", "at least 0")]
    [InlineData("-Provider openai -ApiKey $key -SecretId x", "AmbiguousParameterSet", "")]
    [InlineData("-Provider openai -SecretId 00000000000000000000000000000000", "SecretStoreNotFound", "-ApiKey")]
    public void Bad_input_changes_nothing(string arguments, string id, string says)
    {
        EngineResult result = Session.Run($"New-AiGatewayProviderKey prod-api {arguments}", ("big", Token(new string('é', 33280))));
        ErrorRecord error = Assert.Single(result.Errors);
        Assert.Equal(id, Id(error));
        Assert.Contains(says, Shown(error), StringComparison.Ordinal);
        Assert.DoesNotContain("sk-plain-text", error.Exception.Message, StringComparison.Ordinal);
        Assert.Empty(Emulator.Writes());
    }

    [Fact]
    public void A_secret_that_stays_pending_times_out()
    {
        Activate(500);
        ErrorRecord error = RunToError("New-AiGatewayProviderKey prod-api openai -ApiKey $key -TimeoutSec 1");
        Assert.Equal("Timeout", Id(error));
        Assert.Contains("-TimeoutSec", Shown(error), StringComparison.Ordinal);
    }

    [Fact]
    public void A_stop_takes_effect_while_it_waits()
    {
        Activate(500);
        using EngineRun run = Session.BeginRun("New-AiGatewayProviderKey prod-api openai -ApiKey $key");
        var watch = System.Diagnostics.Stopwatch.StartNew();
        while (!Emulator.Requests().Any(r => r.Contains("/secrets/", StringComparison.Ordinal)) && watch.Elapsed < TimeSpan.FromSeconds(30))
        {
            System.Threading.Thread.Sleep(20);
        }

        watch.Restart();
        run.Stop();
        Assert.True(run.Wait().Stopped);
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(10), $"{watch.Elapsed}");
    }

    [Fact]
    public void What_would_not_work_is_warned_of()
    {
        Run("Set-AiGateway prod-api -Authentication $false");
        EngineResult result = Run("New-AiGatewayProviderKey prod-api openai -ApiKey $lined", ("lined", Token("sk-with-a-line-break\n")));
        Assert.Equal(2, result.Warnings.Count);
        Assert.Contains("line break", result.Warnings[0].Message, StringComparison.Ordinal);
        Assert.Contains("-Authentication $true", result.Warnings[1].Message, StringComparison.Ordinal);
    }
}
