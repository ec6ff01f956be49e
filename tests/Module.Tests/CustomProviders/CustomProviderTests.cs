using System;
using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;
using CloudflareAiGateway.EngineHost;
using CloudflareAiGateway.Module.Tests.Support;
using Xunit;

namespace CloudflareAiGateway.Module.Tests.CustomProviders;

public sealed class CustomProviderTests(EmulatorProcess emulator) : ModuleTest(emulator)
{
    private const string HeaderCanary = "canary-header-2718";

    [Fact]
    public void A_provider_is_on_and_named_by_its_slug_unless_told_otherwise()
    {
        PSObject provider = Assert.Single(Run("New-AiGatewayCustomProvider example-llm https://llm.example.com/v1/").Output);
        Assert.Equal(true, provider.Properties["Enable"].Value);
        Assert.Equal("example-llm", provider.Properties["Name"].Value);
        Assert.Equal("custom-example-llm", provider.Properties["GatewaySlug"].Value);
        Assert.Equal("https://llm.example.com/v1", provider.Properties["BaseUrl"].Value);
        Assert.Equal(EmulatorProcess.AccountId, provider.Properties["AccountId"].Value);
        Assert.Equal([false], Values("New-AiGatewayCustomProvider off-llm https://llm.example.com -Enable $false", "Enable").Cast<bool>());
    }

    [Theory]
    [InlineData("Get-AiGatewayCustomProvider", "a-llm b-llm c-chat")]
    [InlineData("Get-AiGatewayCustomProvider *-llm", "a-llm b-llm")]
    [InlineData("Get-AiGatewayCustomProvider custom-b*", "b-llm")]
    [InlineData("Get-AiGatewayCustomProvider custom-a-llm, c-chat", "a-llm c-chat")]
    [InlineData("'c-chat', 'a-llm' | Get-AiGatewayCustomProvider", "c-chat a-llm")]
    [InlineData("Get-AiGatewayCustomProvider -Search chat", "c-chat")]
    [InlineData("Get-AiGatewayCustomProvider -Enable $false", "b-llm")]
    [InlineData("Get-AiGatewayCustomProvider -First 1 -Skip 1", "b-llm")]
    [InlineData("Get-AiGatewayCustomProvider nothing-*", "")]
    [InlineData("Get-AiGatewayCustomProvider c-chat | Get-AiGatewayCustomProvider", "c-chat")]
    public void Providers_are_found(string script, string slugs)
    {
        Run("'a-llm', 'b-llm', 'c-chat' | ForEach-Object { New-AiGatewayCustomProvider $_ https://llm.example.com -Enable ($_ -ne 'b-llm') }");
        Assert.Equal(slugs, string.Join(' ', Values(script, "Slug")));
    }

    [Fact]
    public void All_pages_are_read_and_no_more_than_asked_for()
    {
        Run("1..120 | ForEach-Object { New-AiGatewayCustomProvider \"llm-$_\" https://llm.example.com }");
        Emulator.ForgetRequests();
        Assert.Equal(120, Values("Get-AiGatewayCustomProvider", "Slug").Distinct().Count());
        Assert.Equal(3, Emulator.Requests().Count);
        Emulator.ForgetRequests();
        Run("Get-AiGatewayCustomProvider -First 2");
        Run("Get-AiGatewayCustomProvider | Select-Object -First 2");
        Assert.Equal(2, Emulator.Requests().Count);
        Assert.Equal("120", Run("Get-AiGatewayCustomProvider -First 0 -IncludeTotalCount").Output.Single().BaseObject.ToString());
    }

    [Fact]
    public void A_change_shows_old_and_new_and_sends_the_difference_alone()
    {
        Run("New-AiGatewayCustomProvider example-llm https://llm.example.com -Description old");
        string text = Run("Set-AiGatewayCustomProvider example-llm -Description new -Enable $false -Position 5 -WhatIf").HostText;
        Assert.Contains("Description: old → new", text, StringComparison.Ordinal);
        Assert.Contains("Enable: True → False", text, StringComparison.Ordinal);
        Assert.Contains("Position: 0 → 5", text, StringComparison.Ordinal);
        Emulator.ForgetRequests();
        Run("Set-AiGatewayCustomProvider example-llm -Description new -Enable $true");
        Assert.Equal("""{"description":"new"}""", Body("PATCH"));
        Emulator.ForgetRequests();
        EngineResult same = Run("Set-AiGatewayCustomProvider example-llm -Description new -Enable $true -Verbose");
        Assert.Empty(Emulator.Writes());
        Assert.Contains(same.Verbose, v => v.Message.Contains("nothing was sent", StringComparison.Ordinal));
        Assert.Equal([7], Values("Set-AiGatewayCustomProvider example-llm -Position 7 -WhatIf -PassThru", "Position").Cast<int>());
        Assert.Equal(["fast"], Values("Set-AiGatewayCustomProvider custom-example-llm -NewSlug fast -PassThru", "Slug"));
    }

    [Fact]
    public void A_piped_provider_is_a_state_and_a_row_is_a_wish()
    {
        Run("New-AiGatewayCustomProvider a-llm https://a.example.com; New-AiGatewayCustomProvider b-llm https://b.example.com");
        Run("$old = Get-AiGatewayCustomProvider a-llm; Set-AiGatewayCustomProvider a-llm -Description now; $old | Set-AiGatewayCustomProvider -Position 3");
        PSObject kept = Assert.Single(Run("Get-AiGatewayCustomProvider a-llm").Output);
        Assert.Equal(("now", 3), (kept.Properties["Description"].Value, kept.Properties["Position"].Value));
        Run("[pscustomobject]@{ Slug = 'b-llm'; Description = 'from a row'; Enable = 'no'; Position = ''; Name = '' } | Set-AiGatewayCustomProvider");
        PSObject changed = Assert.Single(Run("Get-AiGatewayCustomProvider b-llm").Output);
        Assert.Equal(("from a row", false, "b-llm", 0), (changed.Properties["Description"].Value, changed.Properties["Enable"].Value, changed.Properties["Name"].Value, changed.Properties["Position"].Value));
    }

    [Fact]
    public void Providers_survive_a_CSV_file_and_a_copy()
    {
        Run("New-AiGatewayCustomProvider a-llm https://a.example.com -Description 'old text' -Position 2");
        Run("""
            $file = [System.IO.Path]::GetTempFileName()
            Get-AiGatewayCustomProvider | Export-Csv $file
            (Get-Content $file -Raw).Replace('old text', 'new text') | Set-Content $file
            Import-Csv $file | Set-AiGatewayCustomProvider
            """);
        Assert.Equal(["new text"], Values("Get-AiGatewayCustomProvider", "Description"));
        Run("Set-AiGatewayCustomProvider a-llm -Headers @{ 'x-team' = 'ai' } -Enable $false; Get-AiGatewayCustomProvider a-llm | New-AiGatewayCustomProvider -Slug b-llm");
        PSObject copy = Assert.Single(Run("Get-AiGatewayCustomProvider b-llm").Output);
        Assert.Equal(("new text", false, 2, "x-team"), (copy.Properties["Description"].Value, copy.Properties["Enable"].Value, copy.Properties["Position"].Value, $"{copy.Properties["Headers"].Value}"));
        Run("""
            $file = [System.IO.Path]::GetTempFileName()
            Get-AiGatewayCustomProvider b-llm | Export-Csv $file
            Set-AiGatewayCustomProvider b-llm -Description changed
            Import-Csv $file | Set-AiGatewayCustomProvider
            """);
        copy = Assert.Single(Run("Get-AiGatewayCustomProvider b-llm").Output);
        Assert.Equal(("new text", "x-team"), (copy.Properties["Description"].Value, $"{copy.Properties["Headers"].Value}"));
    }

    [Fact]
    public void Header_values_reach_the_wire_and_nothing_else()
    {
        string[] scripts =
        [
            "New-AiGatewayCustomProvider example-llm https://llm.example.com -Headers @{ 'x-key' = $secret; 'x-plain' = 'plain-canary-3141'; 'x-credential' = $credential }",
            "New-AiGatewayCustomProvider example-llm https://llm.example.com -Headers @{ 'x-key' = $secret }",
            "Get-AiGatewayCustomProvider",
            "Get-AiGatewayCustomProvider | Format-List",
            "Get-AiGatewayCustomProvider | Format-List *",
            "(Get-AiGatewayCustomProvider).Headers",
            "Set-AiGatewayCustomProvider example-llm -Headers @{ 'x-key' = 'other-canary-1618' } -WhatIf",
            "Set-AiGatewayCustomProvider example-llm -Headers @{ 'x-key' = 'other-canary-1618' }",
            "Set-AiGatewayCustomProvider example-llm -Headers $null -WhatIf",
            "Set-AiGatewayCustomProvider example-llm -Headers $null",
        ];
        foreach (string script in scripts)
        {
            (string, object?)[] variables = [("secret", Token(HeaderCanary)), ("credential", new PSCredential("u", Token("credential-canary-577")))];
            EngineResult plain = Session.Run("$VerbosePreference = 'Continue'; $DebugPreference = 'Continue'; " + script, variables);
            EngineResult shown = Session.RunFormatted(script, variables);
            string everything = string.Join('\n', Texts(plain).Concat(Texts(shown)));
            Assert.DoesNotContain("canary", everything.Replace(EmulatorProcess.CanaryToken, "token", StringComparison.Ordinal), StringComparison.Ordinal);
        }

        string sent = string.Join('\n', Emulator.Journal().Select(r => r!.ToJsonString()));
        Assert.All(new[] { HeaderCanary, "plain-canary-3141", "credential-canary-577", "other-canary-1618" }, canary => Assert.Contains(canary, sent, StringComparison.Ordinal));
        Assert.Equal("""{"headers":"{}"}""", Body("PATCH"));
    }

    [Fact]
    public void Removing_says_how_many_prices_go_too_and_they_go()
    {
        Run("""
            New-AiGatewayCustomProvider a-llm https://a.example.com; New-AiGatewayCustomProvider b-llm https://b.example.com
            New-AiGatewayModelPrice a-llm m -InputPerMillion 1; New-AiGatewayModelPrice a-llm m -ModelRule Contains -InputPerMillion 1; New-AiGatewayModelPrice b-llm m -InputPerMillion 1
            """);
        Assert.Contains("Delete the provider and its prices (2 rules)", Run("Remove-AiGatewayCustomProvider a-llm -WhatIf").HostText, StringComparison.Ordinal);
        Assert.Contains("Delete the provider and its price (1 rule)", Run("Get-AiGatewayCustomProvider b-llm | Remove-AiGatewayCustomProvider -WhatIf").HostText, StringComparison.Ordinal);
        Run("Get-AiGatewayCustomProvider a* | Remove-AiGatewayCustomProvider -Confirm:$false");
        Assert.Equal(["b-llm"], Values("Get-AiGatewayModelPrice", "Provider"));
        Run("Get-AiGatewayModelPrice | Remove-AiGatewayModelPrice -Confirm:$false");
        Assert.Contains("(it has no prices)", Run("Remove-AiGatewayCustomProvider b-llm -WhatIf").HostText, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("New-AiGatewayCustomProvider 'my llm' https://llm.example.com", "InvalidCustomProviderSlug", "Did you mean 'my-llm'?")]
    [InlineData("New-AiGatewayCustomProvider x http://llm.example.com", "InvalidCustomProviderUrl", "https://")]
    [InlineData("New-AiGatewayCustomProvider x llm.example.com", "InvalidCustomProviderUrl", "no absolute address")]
    [InlineData("[pscustomobject]@{ Slug = 'x'; BaseUrl = '' } | New-AiGatewayCustomProvider", "InvalidCustomProviderUrl", "is empty")]
    [InlineData("New-AiGatewayCustomProvider x https://a.example.com -Headers @{ 'x key' = 'v' }", "InvalidCustomProviderHeaders", "'x key'")]
    [InlineData("New-AiGatewayCustomProvider x https://a.example.com -Headers @{ x = ('a' * 9000) }", "InvalidCustomProviderHeaders", "8192")]
    [InlineData("New-AiGatewayCustomProvider x https://a.example.com -Headers @{ x = \"a`nb\" }", "InvalidCustomProviderHeaders", "line break")]
    [InlineData("New-AiGatewayCustomProvider x https://a.example.com -Headers 'x: y'", "ParameterArgumentTransformationError", "hashtable")]
    [InlineData("New-AiGatewayCustomProvider x https://a.example.com -Headers @{ x = '' }", "ParameterArgumentTransformationError", "empty")]
    [InlineData("New-AiGatewayCustomProvider x https://a.example.com -Headers @{ x = @{} }", "ParameterArgumentTransformationError", "SecureString")]
    [InlineData("New-AiGatewayCustomProvider x https://a.example.com -Enable $null", "SettingNotClearable", "-Enable")]
    [InlineData("Set-AiGatewayCustomProvider example-llm -NewSlug 'a b'", "InvalidCustomProviderSlug", "Did you mean 'a-b'?")]
    [InlineData("Set-AiGatewayCustomProvider example-llm -BaseUrl ftp://x", "InvalidCustomProviderUrl", "https://")]
    [InlineData("Set-AiGatewayCustomProvider Example-LLM -Enable $false", "CustomProviderNotFound", "Did you mean 'example-llm'?")]
    [InlineData("Set-AiGatewayCustomProvider -Enable $false", "InvalidCustomProviderSlug", "No custom provider is named")]
    [InlineData("Remove-AiGatewayCustomProvider -Confirm:$false", "InvalidCustomProviderSlug", "No custom provider is named")]
    [InlineData("Get-AiGatewayCustomProvider nothing", "CustomProviderNotFound", "'nothing'")]
    [InlineData("Get-AiGatewayCustomProvider -CustomProviderId 5", "InvalidCustomProviderId", "UUID")]
    [InlineData("Get-AiGatewayCustomProvider -CustomProviderId 00000000-0000-0000-0000-000000000000", "CustomProviderNotFound", "Get-AiGatewayCustomProvider")]
    [InlineData("Remove-AiGatewayCustomProvider nothing -Confirm:$false", "CustomProviderNotFound", "'nothing'")]
    public void Bad_input_has_an_id_and_changes_nothing(string script, string id, string says)
    {
        Run("New-AiGatewayCustomProvider example-llm https://llm.example.com");
        Emulator.ForgetRequests();
        ErrorRecord error = RunToError(script);
        Assert.Equal(id, error.FullyQualifiedErrorId.Split(',')[0]);
        Assert.Contains(says, Shown(error), StringComparison.Ordinal);
        Assert.Empty(Emulator.Writes());
    }

    [Fact]
    public void A_taken_slug_and_the_rest_of_the_pipeline()
    {
        Run("New-AiGatewayCustomProvider example-llm https://llm.example.com");
        EngineResult result = Session.Run("[pscustomobject]@{ Slug = 'example-llm'; BaseUrl = 'https://x.example' }, [pscustomobject]@{ Slug = 'b'; BaseUrl = 'https://x.example' } | New-AiGatewayCustomProvider");
        Assert.Equal("CustomProviderExists", Assert.Single(result.Errors).FullyQualifiedErrorId.Split(',')[0]);
        Assert.Equal(["b"], result.Output.Select(o => o.ToString()));
    }

    [Fact]
    public void A_slug_with_the_prefix_of_gateways_is_warned_of() =>
        Assert.Contains("'custom-custom-llm'", Assert.Single(Run("New-AiGatewayCustomProvider custom-llm https://llm.example.com").Warnings).Message, StringComparison.Ordinal);

    [Fact]
    public void The_views_fit_and_mask()
    {
        Run("New-AiGatewayCustomProvider example-llm https://llm.example.com/v1 -Name 'Example LLM' -Headers @{ 'x-team' = 'ai' }");
        string[] lines = Session.RunFormatted("Get-AiGatewayCustomProvider").HostText.Split('\n');
        Assert.Matches(@"^Slug\s+Name\s+BaseUrl\s+Enable\s+Headers\s*$", lines.First(l => l.StartsWith("Slug", StringComparison.Ordinal)));
        Assert.Matches(@"^example-llm\s+Example LLM\s+https://llm.example.com/v1\s+on\s+1\s*$", lines.First(l => l.StartsWith("example", StringComparison.Ordinal)));
        Assert.All(lines, l => Assert.True(l.TrimEnd().Length <= 100, l));
        string list = Session.RunFormatted("Get-AiGatewayCustomProvider | Format-List").HostText;
        Assert.Contains("x-team=(secret)", list, StringComparison.Ordinal);
        foreach (string property in Run("Get-AiGatewayCustomProvider").Output[0].BaseObject.GetType().GetProperties().Select(p => p.Name))
        {
            Assert.Contains(property, list, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Slugs_complete_as_they_are_and_as_gateways_name_them()
    {
        Run("New-AiGatewayCustomProvider example-llm https://llm.example.com -Name 'Example LLM'; New-AiGateway prod-api");
        CompletionResult match = Assert.Single(Session.Complete("Set-AiGatewayCustomProvider -Slug ex").CompletionMatches);
        Assert.Equal(("example-llm", "Example LLM, https://llm.example.com"), (match.CompletionText, match.ToolTip));
        Assert.Equal("custom-example-llm", Assert.Single(Session.Complete("Get-AiGatewayUrl prod-api -Provider cust").CompletionMatches).CompletionText);
        Run("New-AiGatewayCustomProvider exact-llm https://llm.example.com");
        Assert.Equal(2, Session.Complete("New-AiGatewayModelPrice -Provider ex").CompletionMatches.Count);
    }

    private string? Body(string method) => (string?)Emulator.Journal().Last(r => (string?)r!["method"] == method)!["body"];

    private static IEnumerable<string> Texts(EngineResult result) =>
        result.Output.Where(o => o is not null).SelectMany(o => o.Properties.Select(p => $"{p.Value}").Append($"{o}"))
            .Concat(result.Errors.Select(e => e.ToString() + e.Exception))
            .Concat(result.Verbose.Select(r => r.Message))
            .Concat(result.Debug.Select(r => r.Message))
            .Concat(result.Warnings.Select(r => r.Message))
            .Append(result.HostText);
}
