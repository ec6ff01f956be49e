using System;
using System.Linq;
using System.Management.Automation;
using System.Text.Json.Nodes;
using CloudflareAiGateway.EngineHost;
using CloudflareAiGateway.Module.Tests.Support;
using Xunit;

namespace CloudflareAiGateway.Module.Tests.ModelPrices;

public sealed class ModelPriceTests : ModuleTest
{
    public ModelPriceTests(EmulatorProcess emulator)
        : base(emulator)
    {
        Run("New-AiGatewayCustomProvider a-llm https://a.example.com; New-AiGatewayCustomProvider b-llm https://b.example.com");
        Emulator.ForgetRequests();
    }

    [Fact]
    public void Prices_per_million_are_sent_per_token_and_both_are_shown()
    {
        PSObject price = Assert.Single(Run(
            "New-AiGatewayModelPrice a-llm big -InputPerMillion 2.50 -OutputPerMillion 10 -CachedInputPerMillion 0.15 -CacheCreationInputPerMillion 3.125 -TextInputPerMillion 0.1 -AudioInputPerMillion 0.2 "
            + "-ImageInputPerMillion 0.3 -VideoInputPerMillion 0.4 -ReasoningOutputPerMillion 0.5 -TotalPerMillion 0.6 -InputPerImage 0.01 -OutputPerImage 0.04").Output);
        Assert.Equal((2.50m, 10m, 0.15m, 3.125m), (Amount(price, "InputPerMillion"), Amount(price, "OutputPerMillion"), Amount(price, "CachedInputPerMillion"), Amount(price, "CacheCreationInputPerMillion")));
        Assert.Equal((0.1m, 0.2m, 0.3m, 0.4m), (Amount(price, "TextInputPerMillion"), Amount(price, "AudioInputPerMillion"), Amount(price, "ImageInputPerMillion"), Amount(price, "VideoInputPerMillion")));
        Assert.Equal((0.5m, 0.6m, 0.01m, 0.04m), (Amount(price, "ReasoningOutputPerMillion"), Amount(price, "TotalPerMillion"), Amount(price, "InputPerImage"), Amount(price, "OutputPerImage")));
        Assert.Equal((0.0000025m, 0.00001m), (Amount(price, "CostIn"), Amount(price, "CostOut")));
        Assert.Equal(("a-llm", "Equals", true), (price.Properties["Provider"].Value, $"{price.Properties["ModelRule"].Value}", price.Properties["Enable"].Value));
        Assert.Equal(
            """{"input_tokens":0.0000025,"output_tokens":0.00001,"input_cached_tokens":0.00000015,"input_cache_creation_tokens":0.000003125,"input_text_tokens":0.0000001,"input_audio_tokens":0.0000002,"input_image_tokens":0.0000003,"input_video_tokens":0.0000004,"output_reasoning_tokens":0.0000005,"total_tokens":0.0000006,"input_image_count":0.01,"output_image_count":0.04}""",
            Sent("POST")["token_pricing"]!.ToJsonString());
    }

    [Theory]
    [InlineData("0.1234567890123456", "0.1234567890123456")]
    [InlineData("0.123456789012345678901d", "0.123456789012345678901")]
    [InlineData("'0.123456789012345678901'", "0.123456789012345678901")]
    [InlineData("0.1d", "0.1")]
    [InlineData("(0.1 + 0.2)", "0.30000000000000004")]
    [InlineData("3", "3")]
    [InlineData("'1e-7'", "0.0000001")]
    [InlineData("0", "0")]
    public void What_was_typed_is_what_counts(string typed, string expected)
    {
        PSObject price = Assert.Single(Run($"New-AiGatewayModelPrice a-llm big -InputPerMillion {typed}").Output);
        Assert.Equal(decimal.Parse(expected, System.Globalization.CultureInfo.InvariantCulture), Amount(price, "InputPerMillion"));
    }

    [Fact]
    public void Providers_come_by_slug_by_gateway_slug_by_id_and_piped()
    {
        Run("New-AiGatewayModelPrice a-llm m1 -InputPerMillion 1; New-AiGatewayModelPrice custom-a-llm m2 -InputPerMillion 1; New-AiGatewayModelPrice (Get-AiGatewayCustomProvider a-llm).Id m3 -InputPerMillion 1");
        Emulator.ForgetRequests();
        Run("Get-AiGatewayCustomProvider | New-AiGatewayModelPrice -Model m4 -InputPerMillion 1");
        Assert.Equal(3, Emulator.Requests().Count(r => r.StartsWith("GET ", StringComparison.Ordinal)));
        Assert.Equal("a-llm/m1 a-llm/m2 a-llm/m3 a-llm/m4 b-llm/m4", string.Join(' ', Run("Get-AiGatewayModelPrice").Output.Select(o => o.ToString()).Order(StringComparer.Ordinal)));
        Assert.Equal("m1 m2 m3 m4", string.Join(' ', Values("Get-AiGatewayCustomProvider a-llm | Get-AiGatewayModelPrice", "Model").Order()));
        Assert.Equal("a-llm", Assert.Single(Values("Get-AiGatewayModelPrice a-llm m1 | Get-AiGatewayCustomProvider", "Slug")));
    }

    [Fact]
    public void A_disabled_provider_does_not_switch_its_price_off() =>
        Assert.Equal([true], Values("Set-AiGatewayCustomProvider a-llm -Enable $false; Get-AiGatewayCustomProvider a-llm | New-AiGatewayModelPrice -Model m -InputPerMillion 1", "Enable").Cast<bool>());

    [Theory]
    [InlineData("Get-AiGatewayModelPrice", "a-llm/gpt-4 b-llm/gpt-4 a-llm/gpt- a-llm/large")]
    [InlineData("Get-AiGatewayModelPrice a*", "a-llm/gpt-4 a-llm/gpt- a-llm/large")]
    [InlineData("Get-AiGatewayModelPrice custom-b-llm", "b-llm/gpt-4")]
    [InlineData("Get-AiGatewayModelPrice -Model gpt*", "a-llm/gpt-4 b-llm/gpt-4 a-llm/gpt-")]
    [InlineData("Get-AiGatewayModelPrice -Model gpt-4, large", "a-llm/gpt-4 b-llm/gpt-4 a-llm/large")]
    [InlineData("Get-AiGatewayModelPrice -ModelRule starts-with", "a-llm/gpt-")]
    [InlineData("Get-AiGatewayModelPrice -Enable $false", "a-llm/large")]
    [InlineData("Get-AiGatewayModelPrice -Search larg", "a-llm/large")]
    [InlineData("Get-AiGatewayModelPrice -First 2 -Skip 1", "b-llm/gpt-4 a-llm/gpt-")]
    [InlineData("Get-AiGatewayModelPrice z*", "")]
    [InlineData("Get-AiGatewayModelPrice b-llm | Get-AiGatewayModelPrice", "b-llm/gpt-4")]
    public void Prices_are_found_in_the_order_in_which_they_count(string script, string expected)
    {
        Run("""
            New-AiGatewayModelPrice a-llm large -ModelRule Contains -InputPerMillion 1 -Enable $false
            New-AiGatewayModelPrice a-llm gpt- -ModelRule StartsWith -InputPerMillion 1
            New-AiGatewayModelPrice a-llm gpt-4 -InputPerMillion 1
            New-AiGatewayModelPrice b-llm gpt-4 -InputPerMillion 1
            """);
        Assert.Equal(expected.Split(' ').Order(StringComparer.Ordinal), string.Join(' ', Run(script).Output.Select(o => o.ToString())).Split(' ').Order(StringComparer.Ordinal));
    }

    [Fact]
    public void The_total_is_the_sum_over_the_rules()
    {
        Run("New-AiGatewayModelPrice a-llm m -InputPerMillion 1; New-AiGatewayModelPrice a-llm m -ModelRule Contains -InputPerMillion 1; New-AiGatewayModelPrice b-llm m -InputPerMillion 1");
        Assert.Equal(["3", "2"], Run("Get-AiGatewayModelPrice -First 0 -IncludeTotalCount; Get-AiGatewayModelPrice a-llm -First 0 -IncludeTotalCount").Output.Select(o => o.BaseObject.ToString()));
    }

    [Fact]
    public void A_consumer_that_stops_early_costs_no_further_requests()
    {
        Run("1..60 | ForEach-Object { New-AiGatewayModelPrice a-llm \"m$_\" -InputPerMillion 1 }");
        Assert.Equal(60, Values("Get-AiGatewayModelPrice a-llm", "Id").Distinct().Count());
        Emulator.ForgetRequests();
        Run("Get-AiGatewayModelPrice -First 3");
        Assert.Equal(2, Emulator.Requests().Count);
    }

    [Fact]
    public void A_change_shows_prices_per_million_and_sends_the_difference()
    {
        Run("New-AiGatewayModelPrice a-llm big -InputPerMillion 2.50 -OutputPerMillion 10 -CachedInputPerMillion 1");
        string text = Run("Set-AiGatewayModelPrice a-llm big -InputPerMillion 3 -OutputPerMillion 10 -CachedInputPerMillion $null -WhatIf").HostText;
        Assert.Contains("InputPerMillion: 2.5 → 3", text, StringComparison.Ordinal);
        Assert.Contains("CachedInputPerMillion: 1 → null", text, StringComparison.Ordinal);
        Assert.DoesNotContain("OutputPerMillion", text, StringComparison.Ordinal);
        Run("Set-AiGatewayModelPrice a-llm big -InputPerMillion 3 -OutputPerMillion 10 -CachedInputPerMillion $null");
        Assert.Equal("""{"cost_in":0.000003,"token_pricing":{"input_tokens":0.000003,"output_tokens":0.00001}}""", Sent("PATCH").ToJsonString());
        Emulator.ForgetRequests();
        EngineResult same = Run("Set-AiGatewayModelPrice a-llm big -InputPerMillion 3.00 -Enable $true -Verbose");
        Assert.Empty(Emulator.Writes());
        Assert.Contains(same.Verbose, v => v.Message.Contains("nothing was sent", StringComparison.Ordinal));
    }

    [Fact]
    public void With_an_id_model_rule_and_provider_can_be_changed()
    {
        Run("New-AiGatewayModelPrice a-llm big -InputPerMillion 1");
        PSObject price = Assert.Single(Run("Get-AiGatewayModelPrice a-llm big | Set-AiGatewayModelPrice -Model bigger -ModelRule Contains -Provider b-llm -PassThru").Output);
        Assert.Equal(("b-llm", "bigger", "Contains"), (price.Properties["Provider"].Value, price.Properties["Model"].Value, $"{price.Properties["ModelRule"].Value}"));
        Assert.Equal([price.Properties["Id"].Value], Values("Get-AiGatewayModelPrice", "Id"));
    }

    [Fact]
    public void A_piped_price_is_a_state_and_a_row_is_a_wish()
    {
        Run("New-AiGatewayModelPrice a-llm big -InputPerMillion 1 -OutputPerMillion 2");
        Run("$old = Get-AiGatewayModelPrice a-llm big; Set-AiGatewayModelPrice a-llm big -InputPerMillion 5; $old | Set-AiGatewayModelPrice -OutputPerMillion 7");
        PSObject price = Assert.Single(Run("Get-AiGatewayModelPrice").Output);
        Assert.Equal((5m, 7m), (Amount(price, "InputPerMillion"), Amount(price, "OutputPerMillion")));
        Run("[pscustomobject]@{ Provider = 'a-llm'; Model = 'big'; InputPerMillion = '0.15'; OutputPerMillion = '' } | Set-AiGatewayModelPrice");
        price = Assert.Single(Run("Get-AiGatewayModelPrice").Output);
        Assert.Equal((0.15m, 7m, 0.00000015m), (Amount(price, "InputPerMillion"), Amount(price, "OutputPerMillion"), Amount(price, "CostIn")));
    }

    [Fact]
    public void Prices_survive_a_CSV_file()
    {
        Run("New-AiGatewayModelPrice a-llm big -InputPerMillion 2.5 -OutputPerMillion 10; New-AiGatewayModelPrice a-llm gpt- -ModelRule StartsWith -InputPerMillion 0.15");
        Run("""
            $file = [System.IO.Path]::GetTempFileName()
            Get-AiGatewayModelPrice | Export-Csv $file
            (Get-Content $file -Raw).Replace('"2.5"', '"2.75"') | Set-Content $file
            Import-Csv $file | Set-AiGatewayModelPrice
            """);
        PSObject price = Assert.Single(Run("Get-AiGatewayModelPrice a-llm big").Output);
        Assert.Equal((2.75m, 0.00000275m), (Amount(price, "InputPerMillion"), Amount(price, "CostIn")));
        Run("$file = [System.IO.Path]::GetTempFileName(); Get-AiGatewayModelPrice | Export-Csv $file; Import-Csv $file | New-AiGatewayModelPrice -Provider b-llm");
        Assert.Equal("2.75 0.15", string.Join(' ', Values("Get-AiGatewayModelPrice b-llm", "InputPerMillion").Select(v => Convert.ToString(v, System.Globalization.CultureInfo.InvariantCulture))));
    }

    [Fact]
    public void Per_token_prices_are_taken_as_the_API_has_them()
    {
        PSObject price = Assert.Single(Run("New-AiGatewayModelPrice a-llm big -TokenPricing @{ input_tokens = 0.0000025; OutputTokens = '0.00001' } -CachedInputPerMillion 0.15 -CostIn 0.0000025").Output);
        Assert.Equal((2.5m, 10m, 0.15m), (Amount(price, "InputPerMillion"), Amount(price, "OutputPerMillion"), Amount(price, "CachedInputPerMillion")));
    }

    [Theory]
    [InlineData("New-AiGatewayModelPrice a-llm m -InputPerMillion -1", "InvalidModelPrice", "below zero")]
    [InlineData("New-AiGatewayModelPrice a-llm m -CostIn -0.1", "InvalidModelPrice", "below zero")]
    [InlineData("New-AiGatewayModelPrice a-llm m -OutputPerImage -0.1", "InvalidModelPrice", "below zero")]
    [InlineData("New-AiGatewayModelPrice a-llm m -TokenPricing @{ total_tokens = -1 }", "InvalidModelPrice", "below zero")]
    [InlineData("New-AiGatewayModelPrice a-llm m -TokenPricing @{ tokens = 1 }", "ParameterArgumentTransformationError", "Legal keys: InputTokens")]
    [InlineData("New-AiGatewayModelPrice a-llm m -InputPerMillion '0.00000000000000000000001'", "InvalidModelPrice", "more digits")]
    [InlineData("New-AiGatewayModelPrice a-llm m -InputPerMillion '2,50'", "ParameterArgumentTransformationError", "not a price")]
    [InlineData("New-AiGatewayModelPrice a-llm m -InputPerMillion '$2.50'", "ParameterArgumentTransformationError", "not a price")]
    [InlineData("New-AiGatewayModelPrice a-llm m -InputPerMillion ([double]::NaN)", "ParameterArgumentTransformationError", "not a price")]
    [InlineData("New-AiGatewayModelPrice a-llm m", "InvalidModelPrice", "-InputPerMillion")]
    [InlineData("New-AiGatewayModelPrice a-llm -InputPerMillion 1", "InvalidModelPrice", "-Model")]
    [InlineData("New-AiGatewayModelPrice -Model m -InputPerMillion 1", "InvalidModelPrice", "-Provider")]
    [InlineData("New-AiGatewayModelPrice openai m -InputPerMillion 1", "CustomProviderNotFound", "'openai'")]
    [InlineData("New-AiGatewayModelPrice a-llm big -InputPerMillion 1", "ModelPriceExists", "Set-AiGatewayModelPrice")]
    [InlineData("New-AiGatewayModelPrice a-llm m -InputPerMillion 1 -CostIn 0.5", "InvalidModelPrice", "two different prices")]
    [InlineData("New-AiGatewayModelPrice a-llm m -InputPerMillion 1 -ModelRule ends", "ParameterArgumentTransformationError", "Equals, StartsWith, Contains")]
    [InlineData("Set-AiGatewayModelPrice a-llm big -InputPerMillion $null", "SettingNotClearable", "InputPerMillion")]
    [InlineData("Set-AiGatewayModelPrice a-llm nothing -InputPerMillion 1", "ModelPriceNotFound", "'nothing'")]
    [InlineData("Set-AiGatewayModelPrice a-llm big -ModelRule Contains -InputPerMillion 1", "ModelPriceNotFound", "Contains")]
    [InlineData("Set-AiGatewayModelPrice a-llm two -InputPerMillion 1", "ModelPriceAmbiguous", "-ModelRule")]
    [InlineData("Set-AiGatewayModelPrice a-llm -InputPerMillion 1", "InvalidModelPrice", "-Model")]
    [InlineData("Remove-AiGatewayModelPrice a-llm two -Confirm:$false", "ModelPriceAmbiguous", "Equals, Contains")]
    [InlineData("Remove-AiGatewayModelPrice -ModelPriceId 00000000-0000-0000-0000-000000000000 -Confirm:$false", "ModelPriceNotFound", "Get-AiGatewayModelPrice")]
    [InlineData("Get-AiGatewayModelPrice nothing", "CustomProviderNotFound", "'nothing'")]
    public void Bad_input_has_an_id_and_changes_nothing(string script, string id, string says)
    {
        Run("New-AiGatewayModelPrice a-llm big -InputPerMillion 1; New-AiGatewayModelPrice a-llm two -InputPerMillion 1; New-AiGatewayModelPrice a-llm two -ModelRule Contains -InputPerMillion 1");
        Emulator.ForgetRequests();
        ErrorRecord error = RunToError(script);
        Assert.Equal(id, error.FullyQualifiedErrorId.Split(',')[0]);
        Assert.Contains(says, Shown(error), StringComparison.Ordinal);
        Assert.Empty(Emulator.Writes());
    }

    [Fact]
    public void One_bad_row_is_one_error_and_the_rest_goes_on()
    {
        EngineResult result = Session.Run("[pscustomobject]@{ Model = 'a'; InputPerMillion = '-1' }, [pscustomobject]@{ Model = 'b'; InputPerMillion = '1' } | New-AiGatewayModelPrice -Provider a-llm");
        Assert.Single(result.Errors);
        Assert.Equal(["a-llm/b"], result.Output.Select(o => o.ToString()));
    }

    [Fact]
    public void The_views_fit()
    {
        Run("New-AiGatewayModelPrice a-llm gpt- -ModelRule StartsWith -InputPerMillion 2.5 -OutputPerMillion 10 -CachedInputPerMillion 0.075");
        string[] lines = Session.RunFormatted("Get-AiGatewayModelPrice").HostText.Split('\n');
        Assert.Matches(@"^Provider\s+Model\s+Input/M\s+Cached/M\s+Output/M\s+Enable\s*$", lines.First(l => l.StartsWith("Provider", StringComparison.Ordinal)));
        Assert.Matches(@"^a-llm\s+gpt-\*\s+2\.50\s+0\.075\s+10\.00\s+on\s*$", lines.First(l => l.StartsWith("a-llm", StringComparison.Ordinal)));
        Assert.All(lines, l => Assert.True(l.TrimEnd().Length <= 100, l));
        string list = Session.RunFormatted("Get-AiGatewayModelPrice | Format-List").HostText;
        foreach (string property in Run("Get-AiGatewayModelPrice").Output[0].BaseObject.GetType().GetProperties().Select(p => p.Name))
        {
            Assert.Contains(property, list, StringComparison.Ordinal);
        }
    }

    private static decimal? Amount(PSObject price, string property) => (decimal?)price.Properties[property].Value;

    private JsonNode Sent(string method) => JsonNode.Parse((string)Emulator.Journal().Last(r => (string?)r!["method"] == method)!["body"]!)!;
}
