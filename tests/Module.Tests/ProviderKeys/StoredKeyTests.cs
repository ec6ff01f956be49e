using System;
using System.Linq;
using System.Management.Automation;
using System.Text.Json.Nodes;
using CloudflareAiGateway.EngineHost;
using CloudflareAiGateway.Module.Tests.Support;
using Xunit;

namespace CloudflareAiGateway.Module.Tests.ProviderKeys;

/// <summary>Reading, rotating and removing keys that are stored.</summary>
public sealed class StoredKeyTests : KeyTest
{
    public StoredKeyTests(EmulatorProcess emulator)
        : base(emulator)
    {
        Run("New-AiGatewayProviderKey prod-api openai -ApiKey $key; New-AiGatewayProviderKey prod-api openai -Alias blue -ApiKey $key; New-AiGatewayProviderKey prod-api groq -ApiKey $key");
        Emulator.ForgetRequests();
    }

    [Theory]
    [InlineData("Get-AiGatewayProviderKey prod-api", 3)]
    [InlineData("Get-AiGatewayProviderKey prod-api openai", 2)]
    [InlineData("Get-AiGatewayProviderKey prod-api open*, GROQ", 3)]
    [InlineData("Get-AiGatewayProviderKey prod-api -Alias bl*", 1)]
    [InlineData("Get-AiGatewayProviderKey prod-api openai -Alias default", 1)]
    [InlineData("Get-AiGatewayProviderKey prod-api nothing*", 0)]
    [InlineData("Get-AiGatewayProviderKey dev-chat", 0)]
    [InlineData("Get-AiGateway | Get-AiGatewayProviderKey -First 2", 2)]
    [InlineData("Get-AiGatewayProviderKey prod-api -Skip 2", 1)]
    public void Keys_are_found_by_provider_and_alias(string script, int count) => Assert.Equal(count, Run(script).Output.Count);

    [Theory]
    [InlineData("Get-AiGatewayProviderKey prod-api mistral", "ProviderKeyNotFound", "provider 'mistral'")]
    [InlineData("Get-AiGatewayProviderKey prod-api groq -Alias blue", "ProviderKeyNotFound", "provider 'groq' (with the alias blue)")]
    [InlineData("Get-AiGatewayProviderKey prod-api -Alias green", "ProviderKeyNotFound", "the alias 'green'")]
    [InlineData("Get-AiGatewayProviderKey gone-api", "GatewayNotFound", "'gone-api'")]
    [InlineData("Get-AiGatewayProviderKey 'Gone API'", "InvalidGatewayName", "Did you mean 'gone-api'?")]
    [InlineData("Set-AiGatewayProviderKey prod-api mistral -ApiKey $key", "ProviderKeyNotFound", "New-AiGatewayProviderKey")]
    [InlineData("Set-AiGatewayProviderKey gone-api openai -ApiKey $key", "GatewayNotFound", "'gone-api'")]
    [InlineData("Remove-AiGatewayProviderKey prod-api openai -Alias green -Confirm:$false", "ProviderKeyNotFound", "alias 'green'")]
    [InlineData("Remove-AiGatewayProviderKey prod-api openai -Alias 'a b' -Confirm:$false", "InvalidAlias", "'a b'")]
    public void What_is_not_there_is_named(string script, string id, string says)
    {
        ErrorRecord error = RunToError(script);
        Assert.Equal(id, Id(error));
        Assert.Contains(says, Shown(error), StringComparison.Ordinal);
        Assert.Empty(Emulator.Writes());
    }

    [Fact]
    public void A_key_that_went_meanwhile_leads_to_the_list_of_keys()
    {
        Run("$global:stored = New-AiGatewayProviderKey prod-api openai -Alias gone -ApiKey $key; $stored | Remove-AiGatewayProviderKey -Confirm:$false");
        foreach (string command in new[] { "Remove-AiGatewayProviderKey -Confirm:$false", "Set-AiGatewayProviderKey -ApiKey $key" })
        {
            ErrorRecord error = RunToError($"$stored | {command}");
            Assert.Equal("ProviderKeyNotFound", Id(error));
            Assert.Contains("Get-AiGatewayProviderKey lists", Shown(error), StringComparison.Ordinal);
        }
    }

    [Fact]
    public void A_key_is_rotated_in_place()
    {
        string before = Assert.Single(ShowAll("Get-AiGatewayProviderKey prod-api openai -Alias blue", "SecretId", "Id"));
        EngineResult result = Run("Set-AiGatewayProviderKey prod-api openai -Alias blue -ApiKey $new -PassThru", ("new", Token("sk-new-value-99887766")));
        Assert.Equal(before + " sk-****7766", Show(Assert.Single(result.Output), "SecretId", "Id", "SecretPreview"));
        Assert.Equal("""{"secret":"sk-new-value-99887766"}""", Assert.Single(Bodies("PUT", before.Split(' ')[1])));
    }

    [Fact]
    public void Piped_keys_bind_with_their_id_so_that_none_is_looked_up()
    {
        Run("Get-AiGatewayProviderKey prod-api openai | Set-AiGatewayProviderKey -ApiKey $key");
        Assert.Equal(["GET", "PUT", "PUT"], Emulator.Requests().Select(r => r.Split(' ')[0]));
        Run("Get-AiGatewayProviderKey prod-api | Remove-AiGatewayProviderKey -Confirm:$false");
        Assert.Empty(Run("Get-AiGatewayProviderKey prod-api").Output);
        Assert.Equal(3, Run("Get-AiGatewaySecret").Output.Count);
    }

    [Fact]
    public void Keys_survive_export_to_CSV()
    {
        Run("Get-AiGatewayProviderKey prod-api | ConvertTo-Csv | ConvertFrom-Csv | Select-Object GatewayId, Provider, Alias | Remove-AiGatewayProviderKey -Confirm:$false");
        Assert.Empty(Run("Get-AiGatewayProviderKey prod-api").Output);
    }

    [Fact]
    public void A_removal_asks_and_takes_the_secret_along_on_wish()
    {
        Session.Host.AnswerChoice(2);
        EngineResult asked = Run("Remove-AiGatewayProviderKey prod-api openai -RemoveSecret");
        Assert.Contains("Delete with its secret 'prod-api_openai_default'", asked.HostText, StringComparison.Ordinal);
        Assert.Empty(Emulator.Writes());
        Run("Remove-AiGatewayProviderKey prod-api openai -RemoveSecret -Confirm:$false");
        Assert.Equal(["prod-api_groq_default", "prod-api_openai_blue"], Values("Get-AiGatewaySecret", "Name").Cast<string>().Order());
        Assert.Equal(2, Run("Get-AiGatewayProviderKey prod-api").Output.Count);
    }

    [Fact]
    public void A_secret_that_others_use_stays_with_a_warning()
    {
        Run("Set-AiGatewaySecret prod-api_openai_default -Scopes AiGateway, Workers");
        EngineResult result = Run("Remove-AiGatewayProviderKey prod-api openai -RemoveSecret -Confirm:$false");
        Assert.Contains("workers may use it", Assert.Single(result.Warnings).Message, StringComparison.Ordinal);
        Assert.Equal(3, Run("Get-AiGatewaySecret").Output.Count);
    }

    [Fact]
    public void A_secret_that_cannot_be_removed_is_told_apart_from_the_key()
    {
        Connect(Session, "-MaximumRetryCount 0");
        Emulator.Fault(new JsonObject { ["method"] = "DELETE", ["path"] = "*/secrets/*", ["status"] = 503 });
        EngineResult result = Session.Run("Remove-AiGatewayProviderKey prod-api groq -RemoveSecret -Confirm:$false");
        Assert.Equal("ApiUnavailable", Id(Assert.Single(result.Errors)));
        Assert.Contains("Remove-AiGatewaySecret -SecretId", Assert.Single(result.Warnings).Message, StringComparison.Ordinal);
        Assert.Equal(2, Run("Get-AiGatewayProviderKey prod-api").Output.Count);
    }

    [Fact]
    public void Providers_and_aliases_complete_from_the_gateways_keys()
    {
        Assert.Equal(["groq", "openai"], Texts("Set-AiGatewayProviderKey -Gateway prod-api -Provider "));
        Assert.Equal(["blue", "default"], Texts("Remove-AiGatewayProviderKey -Gateway prod-api -Provider openai -Alias "));
        Assert.Equal(["default"], Texts("Get-AiGatewayProviderKey -Gateway prod-api -Provider groq -Alias d"));

        string[] Texts(string line) => [.. Session.Complete(line).CompletionMatches.Select(m => m.CompletionText).Order(StringComparer.Ordinal)];
    }

    [Fact]
    public void The_views_fit_a_hundred_columns_and_show_no_value()
    {
        string[] lines = Session.RunFormatted("Get-AiGatewayProviderKey prod-api").HostText.Split('\n');
        Assert.Contains(lines, l => l.Contains("Gateway: prod-api", StringComparison.Ordinal));
        Assert.Matches(@"^Provider\s+Alias\s+Default\s+RateLimit\s+Key\s+Modified\s*$", lines.First(l => l.StartsWith("Provider", StringComparison.Ordinal)));
        Assert.Contains(lines, l => System.Text.RegularExpressions.Regex.IsMatch(l, @"^openai\s+blue\s+off\s+sk-\*\*\*\*cdef\s+\S"));
        Assert.All(lines, l => Assert.True(l.TrimEnd().Length <= 100, l));
        string list = Session.RunFormatted("Get-AiGatewayProviderKey prod-api groq | Format-List").HostText;
        foreach (string property in Run("Get-AiGatewayProviderKey prod-api groq").Output[0].BaseObject.GetType().GetProperties().Select(p => p.Name == "ProviderSlug" ? "Provider" : p.Name))
        {
            Assert.Contains(property, list, StringComparison.Ordinal);
        }
    }
}
