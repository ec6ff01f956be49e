using System;
using System.Linq;
using System.Management.Automation;
using System.Text.Json.Nodes;
using CloudflareAiGateway.EngineHost;
using CloudflareAiGateway.Module.Tests.Support;
using Xunit;

namespace CloudflareAiGateway.Module.Tests.Gateways;

public sealed class NewAiGatewayTests(EmulatorProcess emulator) : ModuleTest(emulator)
{
    [Fact]
    public void A_new_gateway_is_safe_by_default()
    {
        PSObject gateway = Assert.Single(Run("New-AiGateway prod-api").Output);
        Assert.Equal(true, gateway.Properties["Authentication"].Value);
        Assert.Equal(true, gateway.Properties["CollectLogs"].Value);
        Assert.Equal(0, gateway.Properties["CacheTtl"].Value);
        Assert.Equal(0, gateway.Properties["RateLimitingLimit"].Value);
    }

    [Fact]
    public void Every_setting_arrives()
    {
        PSObject made = Assert.Single(Run(
            """
            New-AiGateway full-api -CacheTtl 00:05:00 -CacheInvalidateOnUpdate $true -CollectLogs $false -RateLimitingInterval 60 -RateLimitingLimit 100 `
                -RateLimitingTechnique Sliding -Authentication $false -ByokOnly $true -Dlp @{ Enabled = $true; Action = 'Flag'; Profiles = 'p1', 'p2' } `
                -Guardrails @{ Prompt = @{ S1 = 'Block'; P1 = 'Flag' }; Response = @{ S13 = 'Flag' } } -LogClassification $true -LogManagement 20000 `
                -LogManagementStrategy DeleteOldest -Logpush $true -LogpushPublicKey 'a-public-key-of-some-length' `
                -Otel @{ Url = 'https://otel.example.com/v1/traces'; Headers = @{ 'x-team' = 'ai' }; Authorization = $secret; ContentType = 'Protobuf' } `
                -RetryMaxAttempts 3 -RetryDelay 1000 -RetryBackoff Exponential `
                -SpendLimits @{ Enabled = $true; Rules = @{ Limit = 25.5; Window = 86400; Model = @{ Values = 'gpt-4o' }; Metadata = @{ team = @{ Mode = 'Partition' } } } } `
                -StoreId 8f7a1cdced6342c18d223ece462fd88d -Stripe @{ Authorization = $secret; UsageEvents = @{ Payload = 'p' } } `
                -WorkersAiBillingMode Unified -Zdr $true
            """,
            ("secret", Token("stripe-key"))).Output);
        PSObject read = Assert.Single(Run("Get-AiGateway full-api").Output);
        JsonNode sent = JsonNode.Parse((string)Emulator.Journal().First(r => (string?)r!["method"] == "POST")!["body"]!)!;
        Assert.Equal(300, (int)sent["cache_ttl"]!);
        Assert.Equal("cost", (string?)sent["spend_limits"]!["rules"]![0]!["limitType"]);
        Assert.Equal("partition", (string?)sent["spend_limits"]!["rules"]![0]!["metadata"]!["team"]!["mode"]);
        Assert.Equal("stripe-key", (string?)sent["otel"]![0]!["authorization"]);
        Assert.Equal("DELETE_OLDEST", (string?)sent["log_management_strategy"]);
        string[] empty = read.Properties.Where(p => p.Value is null).Select(p => p.Name).ToArray();
        Assert.Empty(empty);
        Assert.All(made.Properties, p => Assert.Equal($"{p.Value}", $"{read.Properties[p.Name].Value}"));
    }

    [Fact]
    public void Settings_that_only_PUT_takes_are_put_after_the_create()
    {
        Emulator.Post("/_emulator/behaviour", new JsonObject { ["create_drops_update_only_members"] = true });
        PSObject gateway = Assert.Single(Run("New-AiGateway prod-api -Guardrails @{ Prompt = @{ S1 = 'Block' } }").Output);
        Assert.Equal("Prompt: S1=Block; Response: none", gateway.Properties["Guardrails"].Value.ToString());
        Assert.Contains(Emulator.Requests(), r => r.StartsWith("PUT ", StringComparison.Ordinal));
    }

    [Fact]
    public void A_piped_gateway_is_copied()
    {
        Run("New-AiGateway prod-api -CacheTtl 3600 -Guardrails @{ Prompt = @{ S1 = 'Block' } } -SpendLimits @{ Enabled = $true; Rules = @{ Limit = 25; Window = 60 } } -Stripe @{ Authorization = $secret; UsageEvents = @{ Payload = 'p' } }", ("secret", Token("stripe-key")));
        Run("Get-AiGateway prod-api | New-AiGateway -Name staging-api -CollectLogs $false");
        PSObject copy = Assert.Single(Run("Get-AiGateway staging-api").Output);
        Assert.Equal(3600, copy.Properties["CacheTtl"].Value);
        Assert.Equal(false, copy.Properties["CollectLogs"].Value);
        Assert.Equal("Prompt: S1=Block; Response: none", copy.Properties["Guardrails"].Value.ToString());
        Assert.Equal("25 USD per 60 s", copy.Properties["SpendLimits"].Value.ToString());
        JsonNode sent = JsonNode.Parse((string)Emulator.Journal().Last(r => (string?)r!["method"] == "POST")!["body"]!)!;
        Assert.Equal("stripe-key", (string?)sent["stripe"]!["authorization"]);
    }

    [Fact]
    public void Rows_of_a_CSV_file_become_gateways()
    {
        EngineResult result = Run(
            """
            'Name,CacheTtl,RateLimitingLimit,RateLimitingInterval,CollectLogs,LogManagementStrategy,StoreId', 'prod-api,3600,100,60,yes,DELETE_OLDEST,', 'dev-chat,,,,off,,' |
                ConvertFrom-Csv | New-AiGateway
            """);
        Assert.Equal(["prod-api", "dev-chat"], result.Output.Select(o => o.ToString()));
        Assert.Equal([3600, 0], result.Output.Select(o => o.Properties["CacheTtl"].Value).Cast<int>());
        Assert.Equal([true, false], result.Output.Select(o => o.Properties["CollectLogs"].Value).Cast<bool>());
        Assert.Equal("DeleteOldest", $"{result.Output[0].Properties["LogManagementStrategy"].Value}");
    }

    [Fact]
    public void A_name_that_is_taken_is_an_error_of_its_own()
    {
        Run("New-AiGateway prod-api -CacheTtl 60");
        ErrorRecord error = RunToError("New-AiGateway prod-api -CacheTtl 90");
        Assert.StartsWith("GatewayExists", error.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Equal(ErrorCategory.ResourceExists, error.CategoryInfo.Category);
        Assert.Equal([60], Values("Get-AiGateway prod-api", "CacheTtl").Cast<int>());
    }

    [Fact]
    public void Two_at_once_make_one_gateway()
    {
        using var other = new EngineSession();
        Connect(other);
        using EngineRun first = Session.BeginRun("New-AiGateway prod-api");
        using EngineRun second = other.BeginRun("New-AiGateway prod-api");
        EngineResult[] results = [first.Wait(TimeSpan.FromMinutes(1)), second.Wait(TimeSpan.FromMinutes(1))];
        Assert.Equal(1, results.Sum(r => r.Output.Count));
        Assert.StartsWith("GatewayExists", Assert.Single(results.SelectMany(r => r.Errors)).FullyQualifiedErrorId, StringComparison.Ordinal);
    }

    [Fact]
    public void A_create_whose_answer_got_lost_is_settled_by_reading_back()
    {
        Emulator.Fault(new JsonObject { ["method"] = "POST", ["path"] = "*/gateways", ["reset"] = "inside", ["apply"] = true });
        Assert.Single(Run("New-AiGateway prod-api -CacheTtl 60").Output);
        Assert.Single(Emulator.Writes());
    }
}
