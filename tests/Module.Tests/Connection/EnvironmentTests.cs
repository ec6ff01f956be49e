using System;
using System.Collections.Generic;
using System.Management.Automation;
using CloudflareAiGateway.Module.Tests.Support;
using Xunit;

namespace CloudflareAiGateway.Module.Tests.Connection;

/// <summary>Environment variables belong to the process, so nothing else may run beside these tests.</summary>
[CollectionDefinition("Environment", DisableParallelization = true)]
public sealed class EnvironmentCollection;

[Collection("Environment")]
public sealed class EnvironmentTests : ModuleTest
{
    private static readonly string[] s_variables = ["CLOUDFLARE_API_TOKEN", "CF_API_TOKEN", "CLOUDFLARE_ACCOUNT_ID", "CF_ACCOUNT_ID", "CLOUDFLARE_BASE_URL"];

    private readonly Dictionary<string, string?> _before = [];

    public EnvironmentTests(EmulatorProcess emulator)
        : base(emulator, connect: false)
    {
        foreach (string variable in s_variables)
        {
            _before[variable] = Environment.GetEnvironmentVariable(variable);
            Environment.SetEnvironmentVariable(variable, null);
        }

        Environment.SetEnvironmentVariable("CLOUDFLARE_BASE_URL", Emulator.Api);
    }

    [Theory]
    [InlineData("CLOUDFLARE_API_TOKEN", "CLOUDFLARE_ACCOUNT_ID")]
    [InlineData("CF_API_TOKEN", "CF_ACCOUNT_ID")]
    public void No_Connect_is_needed(string token, string account)
    {
        Environment.SetEnvironmentVariable(token, EmulatorProcess.CanaryToken);
        Environment.SetEnvironmentVariable(account, EmulatorProcess.AccountId);
        Run("New-AiGateway prod-api");
        PSObject connection = Assert.Single(Run("Get-AiGatewayConnection").Output);
        Assert.Equal("Environment", connection.Properties["TokenSource"].Value);
    }

    [Fact]
    public void Without_an_account_the_only_one_is_used()
    {
        Environment.SetEnvironmentVariable("CLOUDFLARE_API_TOKEN", EmulatorProcess.CanaryToken);
        Run("New-AiGateway prod-api");
        Assert.Equal([EmulatorProcess.AccountId], Values("Get-AiGateway", "AccountId"));
    }

    [Fact]
    public void A_token_with_a_line_break_names_its_variable()
    {
        Environment.SetEnvironmentVariable("CF_API_TOKEN", "abc\ndef");
        ErrorRecord error = RunToError("Get-AiGateway");
        Assert.Contains("CF_API_TOKEN", error.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("abc", error.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_bad_account_id_names_its_variable()
    {
        Environment.SetEnvironmentVariable("CLOUDFLARE_API_TOKEN", EmulatorProcess.CanaryToken);
        Environment.SetEnvironmentVariable("CF_ACCOUNT_ID", "1234");
        Assert.Contains("CF_ACCOUNT_ID", RunToError("Get-AiGateway").ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Connect_takes_what_is_not_given_from_the_environment()
    {
        Environment.SetEnvironmentVariable("CLOUDFLARE_API_TOKEN", EmulatorProcess.CanaryToken);
        Environment.SetEnvironmentVariable("CLOUDFLARE_ACCOUNT_ID", EmulatorProcess.AccountId);
        Run("Connect-AiGateway");
        Run("Get-AiGateway");
    }

    protected override void Dispose(bool disposing)
    {
        foreach ((string variable, string? value) in _before)
        {
            Environment.SetEnvironmentVariable(variable, value);
        }

        base.Dispose(disposing);
    }
}
