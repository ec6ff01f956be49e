using System;
using System.Linq;
using System.Management.Automation;
using System.Text.Json.Nodes;
using CloudflareAiGateway.EngineHost;
using CloudflareAiGateway.Module.Tests.ProviderKeys;
using CloudflareAiGateway.Module.Tests.Support;
using Xunit;

namespace CloudflareAiGateway.Module.Tests.SecretsStore;

public sealed class SecretTests : KeyTest
{
    public SecretTests(EmulatorProcess emulator)
        : base(emulator)
    {
        Run("New-AiGatewaySecretStore; 'one', 'two', 'three' | ForEach-Object { New-AiGatewaySecret $_ -Value $key -Comment \"the $_\" }");
        Emulator.ForgetRequests();
    }

    [Theory]
    [InlineData("Get-AiGatewaySecret", "one three two")]
    [InlineData("Get-AiGatewaySecret t*", "three two")]
    [InlineData("Get-AiGatewaySecret one, TWO", "one two")]
    [InlineData("Get-AiGatewaySecret -Search 'the t'", "three two")]
    [InlineData("Get-AiGatewaySecret -Scopes workers", "")]
    [InlineData("Get-AiGatewaySecret -Scopes ai_gateway", "one three two")]
    [InlineData("Get-AiGatewaySecretStore | Get-AiGatewaySecret o*", "one")]
    [InlineData("Get-AiGatewaySecret | Get-AiGatewaySecret", "one three two")]
    [InlineData("Get-AiGatewaySecret zzz*", "")]
    [InlineData("Set-AiGateway prod-api -StoreId (Get-AiGatewaySecretStore).Id; Get-AiGateway prod-api | Get-AiGatewaySecret one", "one")]
    public void Secrets_are_found(string script, string names) =>
        Assert.Equal(names, string.Join(' ', Values(script, "Name").Cast<string>().Order(StringComparer.Ordinal)));

    [Theory]
    [InlineData("Get-AiGatewaySecret four", "SecretNotFound", "'four'")]
    [InlineData("Get-AiGatewaySecret -SecretId 0000", "SecretNotFound", "Get-AiGatewaySecret lists")]
    [InlineData("Get-AiGatewaySecret -StoreId 0000", "SecretStoreNotFound", "Get-AiGatewaySecretStore lists")]
    [InlineData("New-AiGatewaySecret one -Value $key", "SecretExists", "another name")]
    [InlineData("New-AiGatewaySecret four -Value $big", "InvalidSecretValue", "66,560 bytes")]
    [InlineData("New-AiGatewaySecret four -Value 'plain'", "ParameterArgumentTransformationError", "Get-Secret")]
    [InlineData("New-AiGatewaySecret four -Value $key -Scopes everywhere", "ParameterArgumentTransformationError", "Access, AiGateway")]
    [InlineData("New-AiGatewaySecret four -Value $key -Scopes Unknown", "ParameterArgumentTransformationError", "Access, AiGateway")]
    [InlineData("Set-AiGatewaySecret one", "NothingToSet", "-Comment")]
    [InlineData("Set-AiGatewaySecret four -Comment x", "SecretNotFound", "'four'")]
    [InlineData("Set-AiGatewaySecret one -Value $big", "InvalidSecretValue", "64 KiB")]
    [InlineData("Copy-AiGatewaySecret one two", "SecretExists", "another name")]
    [InlineData("Copy-AiGatewaySecret four five", "SecretNotFound", "'four'")]
    [InlineData("Remove-AiGatewaySecret four -Confirm:$false", "SecretNotFound", "'four'")]
    [InlineData("New-AiGatewaySecretStore second", "SecretStoreExists", "one Secrets Store")]
    [InlineData("Get-AiGatewaySecretStore second", "SecretStoreNotFound", "'second'")]
    [InlineData("Remove-AiGatewaySecretStore second -Confirm:$false", "SecretStoreNotFound", "'second'")]
    [InlineData("Remove-AiGatewaySecretStore default_secrets_store -Confirm:$false", "SecretStoreNotEmpty", "3 secrets")]
    public void Bad_input_changes_nothing(string script, string id, string says)
    {
        ErrorRecord error = RunToError(script, ("big", Token(new string('é', 33280))));
        Assert.Equal(id, Id(error));
        Assert.Contains(says, Shown(error), StringComparison.Ordinal);
        Assert.Equal(3, Run("Get-AiGatewaySecret").Output.Count);
        Assert.Equal(3, Run("Get-AiGatewaySecret -Search 'the'").Output.Count);
    }

    [Fact]
    public void A_change_shows_the_difference_and_sends_only_it()
    {
        string text = Session.RunFormatted("Set-AiGatewaySecret one -Scopes Workers, AiGateway -Comment '' -Value $key -WhatIf").HostText;
        Assert.Contains("Value: replaced; Scopes: AiGateway → Workers, AiGateway; Comment: 'the one' → null", text, StringComparison.Ordinal);
        Assert.Empty(Emulator.Writes());
        string secret = Assert.Single(ShowAll("Set-AiGatewaySecret one -Scopes workers -PassThru", "Scopes", "SecretId"));
        Assert.StartsWith("Workers ", secret, StringComparison.Ordinal);
        Assert.Equal("""{"scopes":["workers"]}""", Assert.Single(Bodies("PATCH", secret.Split(' ')[1])));
        Run("Set-AiGatewaySecret one -Scopes Workers -Comment 'the one'");
        Assert.Single(Emulator.Writes());
    }

    [Fact]
    public void Piped_secrets_are_changed()
    {
        Run("Get-AiGatewaySecret t* | Set-AiGatewaySecret -Comment rotated -Value $key");
        Assert.Equal(["rotated", "rotated", "the one"], Values("Get-AiGatewaySecret", "Comment").Cast<string>().Order(StringComparer.Ordinal));
    }

    [Fact]
    public void A_copy_takes_over_scopes_and_comment()
    {
        Assert.Equal(["four AiGateway the one"], ShowAll("Copy-AiGatewaySecret one four", "Name", "Scopes", "Comment"));
        Assert.Equal(["five Workers mine"], ShowAll("Copy-AiGatewaySecret one -NewName five -Scopes Workers -Comment mine", "Name", "Scopes", "Comment"));
    }

    [Fact]
    public void One_removal_is_one_delete_and_many_are_one_too()
    {
        Run("Remove-AiGatewaySecret one -Confirm:$false");
        Assert.Contains("/secrets/", Assert.Single(Emulator.Writes()), StringComparison.Ordinal);
        Emulator.ForgetRequests();
        Run("Get-AiGatewaySecret | Remove-AiGatewaySecret -Confirm:$false");
        Assert.EndsWith("/secrets", Assert.Single(Emulator.Writes()), StringComparison.Ordinal);
        Assert.Empty(Run("Get-AiGatewaySecret").Output);
    }

    [Fact]
    public void Each_secret_of_a_pipeline_is_asked_for()
    {
        Session.Host.AnswerChoice(0);
        Session.Host.AnswerChoice(2);
        Session.Host.AnswerChoice(0);
        Run("'one', 'two', 'three' | ForEach-Object { Get-AiGatewaySecret $_ } | Remove-AiGatewaySecret");
        Assert.Equal(["two"], Values("Get-AiGatewaySecret", "Name"));
    }

    [Fact]
    public void Several_names_cost_one_list_and_a_missing_one_is_an_error_of_its_own()
    {
        EngineResult result = Session.Run("Remove-AiGatewaySecret one, four, two -Confirm:$false");
        ErrorRecord error = Assert.Single(result.Errors);
        Assert.Equal(("SecretNotFound", "four"), (Id(error), error.TargetObject));
        Assert.Equal(["three"], Values("Get-AiGatewaySecret", "Name"));
    }

    [Fact]
    public void What_was_not_deleted_is_told_one_by_one()
    {
        Connect(Session, "-MaximumRetryCount 0");
        Emulator.Fault(new JsonObject { ["method"] = "DELETE", ["path"] = "*/secrets", ["status"] = 503 });
        EngineResult result = Session.Run("Get-AiGatewaySecret t* | Remove-AiGatewaySecret -Confirm:$false");
        Assert.Equal(["three", "two"], result.Errors.Select(e => (string)e.TargetObject).Order(StringComparer.Ordinal));
        Assert.All(result.Errors, e => Assert.Equal("ApiUnavailable", Id(e)));
    }

    [Fact]
    public void A_store_shows_the_quota_and_goes_by_force()
    {
        Assert.Equal(["3 100"], ShowAll("Get-AiGatewaySecretStore", "SecretUsage", "SecretQuota"));
        Assert.Contains("Delete with 3 secrets in it", Session.RunFormatted("Get-AiGatewaySecretStore | Remove-AiGatewaySecretStore -Force -WhatIf").HostText, StringComparison.Ordinal);
        Run("Get-AiGatewaySecretStore default* | Remove-AiGatewaySecretStore -Force -Confirm:$false");
        Assert.Empty(Run("Get-AiGatewaySecretStore").Output);
        Assert.Equal("SecretStoreNotFound", Id(RunToError("Get-AiGatewaySecret")));
        Run("New-AiGatewaySecretStore mine; Remove-AiGatewaySecretStore mine -Confirm:$false");
    }

    [Fact]
    public void A_gateway_leads_to_its_store()
    {
        Assert.Empty(Run("Get-AiGateway prod-api | Get-AiGatewaySecretStore").Output);
        Run("Set-AiGateway prod-api -StoreId (Get-AiGatewaySecretStore).Id");
        Assert.Single(Run("Get-AiGateway prod-api | Get-AiGatewaySecretStore").Output);
    }

    [Fact]
    public void Names_and_stores_complete()
    {
        Assert.Equal(["three", "two"], Session.Complete("Set-AiGatewaySecret -Name t").CompletionMatches.Select(m => m.CompletionText).Order(StringComparer.Ordinal));
        Assert.Equal("default_secrets_store", Session.Complete("Get-AiGatewaySecret -StoreId ").CompletionMatches.Single().ListItemText);
    }

    [Fact]
    public void The_views_fit_a_hundred_columns()
    {
        string[] lines = Session.RunFormatted("Get-AiGatewaySecret; Get-AiGatewaySecretStore").HostText.Split('\n');
        Assert.Contains(lines, l => System.Text.RegularExpressions.Regex.IsMatch(l, @"^one\s+Active\s+AiGateway\s+\S"));
        Assert.All(lines, l => Assert.True(l.TrimEnd().Length <= 100, l));
        string stores = Session.RunFormatted("Get-AiGatewaySecretStore").HostText;
        Assert.Matches(@"default_secrets_store\s+[0-9a-f]{32}\s+3 of 100\s+\S", stores);
        string list = Session.RunFormatted("Get-AiGatewaySecret one | Format-List; Get-AiGatewaySecretStore | Format-List").HostText;
        foreach (string property in Run("Get-AiGatewaySecret one; Get-AiGatewaySecretStore").Output.SelectMany(o => o.BaseObject.GetType().GetProperties()).Select(p => p.Name))
        {
            Assert.Contains(property, list, StringComparison.Ordinal);
        }
    }
}
