using System;
using System.Linq;
using System.Management.Automation;
using System.Text.Json.Nodes;
using CloudflareAiGateway.EngineHost;
using CloudflareAiGateway.Module.Tests.Support;
using Xunit;

namespace CloudflareAiGateway.Module.Tests.Gateways;

public sealed class SetAiGatewayTests(EmulatorProcess emulator) : ModuleTest(emulator)
{
    [Fact]
    public void The_main_job_changes_every_gateway_and_only_what_was_asked()
    {
        Run("'prod-api', 'staging-api', 'dev-chat' | New-AiGateway -CacheTtl 3600 -RateLimitingLimit 100 -RateLimitingInterval 60");
        Run("Get-AiGateway | Set-AiGateway -CacheTtl 7200");
        Assert.Equal([7200, 7200, 7200], Values("Get-AiGateway", "CacheTtl").Cast<int>());
        Assert.Equal([100, 100, 100], Values("Get-AiGateway", "RateLimitingLimit").Cast<int>());
        Assert.Equal([true, true, true], Values("Get-AiGateway", "Authentication").Cast<bool>());
    }

    [Fact]
    public void Members_that_the_module_does_not_know_survive()
    {
        Emulator.Post("/_emulator/gateways", new JsonObject
        {
            ["account_id"] = EmulatorProcess.AccountId,
            ["gateway"] = new JsonObject { ["id"] = "future-api", ["wholesale"] = true, ["new_thing"] = new JsonObject { ["deep"] = new JsonArray(1, "two") } },
        });
        Run("Set-AiGateway future-api -CacheTtl 60");
        JsonNode put = JsonNode.Parse((string)Emulator.Journal().Last(r => (string?)r!["method"] == "PUT")!["body"]!)!;
        Assert.True((bool)put["wholesale"]!);
        Assert.Equal("""{"deep":[1,"two"]}""", put["new_thing"]!.ToJsonString());
        PSObject gateway = Assert.Single(Run("Get-AiGateway future-api").Output);
        Assert.Contains("wholesale", ((System.Collections.Generic.IReadOnlyDictionary<string, object?>)gateway.Properties["AdditionalProperties"].Value).Keys);
    }

    [Fact]
    public void Nothing_is_put_when_nothing_would_change()
    {
        Run("New-AiGateway prod-api -CacheTtl 60 -Guardrails @{ Prompt = @{ S1 = 'Block' } } -SpendLimits @{ Enabled = $true; Rules = @{ Limit = 25; Window = 86400 } }");
        int writes = Emulator.Writes().Count;
        Run("Set-AiGateway prod-api -CacheTtl 60 -RateLimitingLimit $null -Guardrails @{ Prompt = @{ S1 = 'block' } } -SpendLimits @{ enabled = $true; rules = @{ limit = 25.0; window = 86400 } }");
        Assert.Equal(writes, Emulator.Writes().Count);
    }

    [Fact]
    public void WhatIf_shows_each_field_from_old_to_new()
    {
        Run("New-AiGateway prod-api -CacheTtl 3600");
        string text = Run("Set-AiGateway prod-api -CacheTtl 7200 -CollectLogs $false -Guardrails @{ Prompt = @{ S1 = 'Block' } } -WhatIf").HostText;
        Assert.Contains("CacheTtl: 3600 → 7200", text, StringComparison.Ordinal);
        Assert.Contains("CollectLogs: True → False", text, StringComparison.Ordinal);
        Assert.Contains("Guardrails.Prompt.S1", text, StringComparison.Ordinal);
        Assert.Equal([3600], Values("Get-AiGateway prod-api", "CacheTtl").Cast<int>());
    }

    [Fact]
    public void WhatIf_with_PassThru_gives_the_gateway_as_it_would_be()
    {
        Run("New-AiGateway prod-api -CacheTtl 3600");
        Assert.Equal([7200], Values("Set-AiGateway prod-api -CacheTtl 7200 -WhatIf -PassThru", "CacheTtl").Cast<int>());
    }

    [Fact]
    public void A_typed_null_clears_and_an_unbound_setting_stays()
    {
        Run("New-AiGateway prod-api -CacheTtl 3600 -RetryMaxAttempts 3 -RetryBackoff Linear");
        PSObject changed = Assert.Single(Run("Set-AiGateway prod-api -RetryMaxAttempts $null -CacheTtl $null -PassThru").Output);
        Assert.Null(changed.Properties["RetryMaxAttempts"].Value);
        Assert.Equal(0, changed.Properties["CacheTtl"].Value);
        Assert.Equal("Linear", changed.Properties["RetryBackoff"].Value.ToString());
    }

    [Fact]
    public void A_piped_gateway_gives_its_name_and_not_its_old_settings()
    {
        Run("New-AiGateway prod-api -CacheTtl 3600");
        Run("$old = Get-AiGateway prod-api; Set-AiGateway prod-api -CacheTtl 60; $old | Set-AiGateway -CollectLogs $false");
        Assert.Equal([60], Values("Get-AiGateway prod-api", "CacheTtl").Cast<int>());
    }

    [Fact]
    public void A_gateway_from_a_job_or_a_file_binds_as_a_live_one_does()
    {
        Run("New-AiGateway prod-api -CacheTtl 3600");
        Run("""
            $old = [System.Management.Automation.PSSerializer]::Deserialize([System.Management.Automation.PSSerializer]::Serialize((Get-AiGateway prod-api)))
            Set-AiGateway prod-api -CacheTtl 60
            $old | Set-AiGateway -CollectLogs $false
            """);
        Assert.Equal([60], Values("Get-AiGateway prod-api", "CacheTtl").Cast<int>());
        Assert.Equal([false], Values("Get-AiGateway prod-api", "CollectLogs").Cast<bool>());
    }

    [Fact]
    public void A_gateway_from_JSON_is_a_row_with_numbers_for_choices()
    {
        Run("New-AiGateway prod-api -RateLimitingLimit 5 -RateLimitingInterval 60 -RateLimitingTechnique Sliding -Guardrails @{ Prompt = @{ S1 = 'Block' } }");
        Run("$json = Get-AiGateway prod-api | ConvertTo-Json -Depth 5; Set-AiGateway prod-api -RateLimitingTechnique Fixed -Guardrails $null; $json | ConvertFrom-Json | Set-AiGateway");
        PSObject gateway = Assert.Single(Run("Get-AiGateway prod-api").Output);
        Assert.Equal("Sliding", $"{gateway.Properties["RateLimitingTechnique"].Value}");
        Assert.Equal("Prompt: S1=Block; Response: none", $"{gateway.Properties["Guardrails"].Value}");
    }

    [Fact]
    public void A_row_gives_its_settings_and_empty_cells_leave_alone()
    {
        Run("New-AiGateway prod-api -CacheTtl 3600 -RetryMaxAttempts 3");
        Run("[pscustomobject]@{ Name = 'prod-api'; CacheTtl = '60'; RetryMaxAttempts = ''; Authentication = '' } | Set-AiGateway");
        PSObject gateway = Assert.Single(Run("Get-AiGateway prod-api").Output);
        Assert.Equal(60, gateway.Properties["CacheTtl"].Value);
        Assert.Equal(3, gateway.Properties["RetryMaxAttempts"].Value);
        Assert.Equal(true, gateway.Properties["Authentication"].Value);
    }

    [Fact]
    public void A_script_block_works_a_value_out_from_each_gateway()
    {
        Run("New-AiGateway prod-api -CacheTtl 3600; New-AiGateway dev-chat -CacheTtl 60");
        Run("Get-AiGateway | Set-AiGateway -CacheTtl { $_.CacheTtl * 2 }");
        Assert.Equal([7200, 120], Values("Get-AiGateway", "CacheTtl").Cast<int>());
    }

    [Fact]
    public void RefuseStale_stops_when_somebody_was_faster()
    {
        Run("New-AiGateway prod-api");
        EngineResult result = Session.Run("$old = Get-AiGateway prod-api; Start-Sleep -Milliseconds 20; Set-AiGateway prod-api -CacheTtl 60; $old | Set-AiGateway -CacheTtl 90 -RefuseStale");
        Assert.Equal("GatewayChanged,CloudflareAiGateway.Commands.SetAiGatewayCommand", Assert.Single(result.Errors).FullyQualifiedErrorId);
        Assert.Equal([60], Values("Get-AiGateway prod-api", "CacheTtl").Cast<int>());
        Run("Get-AiGateway prod-api | Set-AiGateway -CacheTtl 90 -RefuseStale");
        Assert.Equal([90], Values("Get-AiGateway prod-api", "CacheTtl").Cast<int>());
    }

    [Fact]
    public void IfUnmodifiedSince_stops_when_the_gateway_is_younger()
    {
        Run("New-AiGateway prod-api");
        Assert.StartsWith("GatewayChanged", RunToError("Set-AiGateway prod-api -CacheTtl 60 -IfUnmodifiedSince ([datetimeoffset]::UtcNow.AddHours(-1))").FullyQualifiedErrorId, StringComparison.Ordinal);
        Run("Set-AiGateway prod-api -CacheTtl 60 -IfUnmodifiedSince ([datetimeoffset]::UtcNow.AddHours(1))");
    }

    [Fact]
    public void Two_times_within_a_second_can_be_told_apart_in_the_message()
    {
        Run("New-AiGateway prod-api");
        string shown = Shown(RunToError("$g = Get-AiGateway prod-api; Set-AiGateway prod-api -CacheTtl 60 -IfUnmodifiedSince $g.ModifiedAt.AddMilliseconds(-1)"));
        Assert.Equal(2, System.Text.RegularExpressions.Regex.Matches(shown, @"\d\d:\d\d:\d\d\.\d{3}Z").Select(m => m.Value).Distinct().Count());
    }

    [Fact]
    public void Text_of_a_flag_in_a_hashtable_is_read_and_not_taken_for_true()
    {
        Run("New-AiGateway prod-api -SpendLimits @{ Enabled = 'false'; Rules = @{ Limit = '5.50'; Window = '3600'; Enabled = 'no' } }");
        Assert.Equal([false], Run("(Get-AiGateway prod-api).SpendLimits.Enabled").Output.Select(o => o.BaseObject));
        Assert.Equal([5.5m], Run("(Get-AiGateway prod-api).SpendLimits.Rules[0].Limit").Output.Select(o => o.BaseObject));
    }

    [Fact]
    public void A_gateway_deleted_between_read_and_write_is_not_found()
    {
        Run("New-AiGateway prod-api");
        Emulator.Fault(new JsonObject { ["method"] = "PUT", ["path"] = "*/gateways/prod-api", ["status"] = 404, ["body"] = """{"success":false,"errors":[{"code":7002,"message":"Not found"}],"result":{}}""" });
        Assert.StartsWith("GatewayNotFound", RunToError("Set-AiGateway prod-api -CacheTtl 60").FullyQualifiedErrorId, StringComparison.Ordinal);
    }

    [Fact]
    public void AdditionalProperty_sends_members_without_a_parameter_and_refuses_those_with_one()
    {
        Emulator.Post("/_emulator/gateways", new JsonObject { ["account_id"] = EmulatorProcess.AccountId, ["gateway"] = new JsonObject { ["id"] = "future-api", ["new_thing"] = 1 } });
        Run("Set-AiGateway future-api -AdditionalProperty @{ new_thing = 2 }");
        JsonNode put = JsonNode.Parse((string)Emulator.Journal().Last(r => (string?)r!["method"] == "PUT")!["body"]!)!;
        Assert.Equal(2, (int)put["new_thing"]!);
        ErrorRecord refused = RunToError("Set-AiGateway future-api -AdditionalProperty @{ cache_ttl = 2 }");
        Assert.StartsWith("AdditionalPropertyKnown", refused.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Contains("-CacheTtl", Shown(refused), StringComparison.Ordinal);
    }
}
