using System;
using System.Linq;
using System.Management.Automation;
using System.Text.Json.Nodes;
using CloudflareAiGateway.EngineHost;
using CloudflareAiGateway.Module.Tests.Support;
using Xunit;

namespace CloudflareAiGateway.Module.Tests.Gateways;

/// <summary>Every bad input: a clear error with an id, and no request that changes something.</summary>
public sealed class BadInputTests(EmulatorProcess emulator) : ModuleTest(emulator)
{
    [Theory]
    [InlineData("Prod-API", "Did you mean 'prod-api'?")]
    [InlineData("prod api", "Did you mean 'prod-api'?")]
    [InlineData("..", "lowercase letters")]
    [InlineData("../prod", "Did you mean 'prod'?")]
    [InlineData("%2e", "Did you mean '2e'?")]
    [InlineData("prod--api", "Did you mean 'prod-api'?")]
    [InlineData("-prod", "Did you mean 'prod'?")]
    [InlineData("prod-api\n", "Did you mean 'prod-api'?")]
    [InlineData("aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa", "has 65 characters")]
    [InlineData("", "is empty")]
    public void A_bad_name_is_refused_before_any_call(string name, string says)
    {
        int before = Emulator.Requests().Count;
        foreach (string command in new[] { "New-AiGateway", "Set-AiGateway", "Remove-AiGateway -Confirm:$false" })
        {
            ErrorRecord error = RunToError($"$name | {command}", ("name", name));
            Assert.StartsWith("InvalidGatewayName", error.FullyQualifiedErrorId, StringComparison.Ordinal);
            Assert.Contains(says, Shown(error), StringComparison.Ordinal);
        }

        Assert.Equal(before, Emulator.Requests().Count);
    }

    [Theory]
    [InlineData("'prod-*'", "Get-AiGateway 'prod-*' |")]
    [InlineData("[pscustomobject]@{ Colour = 'red' }", "Nothing in it names a gateway")]
    [InlineData("@{ Name = 'prod' }", "[pscustomobject]")]
    public void What_is_no_name_at_all_gets_no_proposal_that_could_be_somebody_elses(string piped, string says)
    {
        Run("New-AiGateway prod");
        ErrorRecord error = RunToError($"{piped} | Remove-AiGateway -Confirm:$false");
        Assert.StartsWith("InvalidGatewayName", error.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Contains(says, Shown(error), StringComparison.Ordinal);
        Assert.DoesNotContain("Did you mean", Shown(error), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("-CacheTtl -1", "from 0 to 2678400")]
    [InlineData("-CacheTtl 5184000", "one month")]
    [InlineData("-CacheTtl 1.5", "not a whole number")]
    [InlineData("-CacheTtl '1,5'", "not a whole number")]
    [InlineData("-SpendLimits @{ Rules = @{ Limit = '2,50'; Window = 60 } }", "SpendLimits.Rules[0].Limit: '2,50'")]
    [InlineData("-CacheTtl $true", "not a whole number")]
    [InlineData("-CacheTtl soon", "not a whole number or a TimeSpan")]
    [InlineData("-RateLimitingLimit 100", "-RateLimitingInterval")]
    [InlineData("-RateLimitingInterval 60", "-RateLimitingLimit")]
    [InlineData("-RateLimitingTechnique Leaky", "Fixed, Sliding")]
    [InlineData("-RateLimitingTechnique Unknown", "Fixed, Sliding")]
    [InlineData("-RetryMaxAttempts 6", "from 1 to 5")]
    [InlineData("-RetryDelay 00:02:00", "from 0 to 60000")]
    [InlineData("-LogManagement 5", "from 10000 to 10000000")]
    [InlineData("-CollectLogs $null", "cannot be null")]
    [InlineData("-CollectLogs maybe", "neither true nor false")]
    [InlineData("-Dlp $null", "cannot be null")]
    [InlineData("-Guardrails @{ Prompt = @{ S99 = 'Block' } }", "Guardrails.Prompt has no key 'S99'. Legal keys: P1, S1, S2")]
    [InlineData("-Guardrails @{ Prompt = @{ S1 = 'Maim' } }", "Guardrails.Prompt.S1: 'Maim' is not one of Flag, Block")]
    [InlineData("-Guardrails @{ Prompts = @{} }", "Legal keys: Prompt, Response")]
    [InlineData("-Guardrails block", "must be a hashtable")]
    [InlineData("-SpendLimits @{ Rules = @{ Limits = 5 } }", "SpendLimits.Rules[0] has no key 'Limits'")]
    [InlineData("-SpendLimits @{ Rules = @{ Limit = 'much' } }", "SpendLimits.Rules[0].Limit: 'much'")]
    [InlineData("-SpendLimits @{ Rules = @{ Limit = '1,5' } }", "SpendLimits.Rules[0].Limit: '1,5' is not a number")]
    [InlineData("-SpendLimits @{ Rules = @{ Limit = 1; Window = 1.5 } }", "SpendLimits.Rules[0].Window: '1.5' is not a whole number")]
    [InlineData("-SpendLimits @{ Enabled = 'perhaps' }", "SpendLimits.Enabled: 'perhaps' is neither true nor false")]
    [InlineData("-Stripe @{ Authorization = 'sk_live' }", "is a secret")]
    public void A_bad_setting_is_refused_before_any_write(string arguments, string says)
    {
        ErrorRecord error = RunToError($"New-AiGateway prod-api {arguments}");
        Assert.Contains(says, Shown(error), StringComparison.Ordinal);
        Assert.Empty(Emulator.Writes());
    }

    [Fact]
    public void A_piped_object_without_an_identity_is_one_error_and_the_rest_goes_on()
    {
        Run("New-AiGateway prod-api");
        EngineResult result = Session.Run("[pscustomobject]@{ Colour = 'red' }, [pscustomobject]@{ Name = 'prod-api' } | Set-AiGateway -CacheTtl 60");
        Assert.Single(result.Errors);
        Assert.Equal([60], Values("Get-AiGateway prod-api", "CacheTtl").Cast<int>());
    }

    [Theory]
    [InlineData(200, "<html>Welcome to the hotel</html>", "UnexpectedResponse")]
    [InlineData(200, "{\"success\":true,\"result\":{\"id\":\"prod-", "UnexpectedResponse")]
    [InlineData(200, "", "UnexpectedResponse")]
    [InlineData(200, "{\"success\":false,\"errors\":[{\"code\":7001,\"message\":\"Nope\"}]}", "ApiRejected")]
    [InlineData(200, "{\"success\":false,\"errors\":[{\"code\":1,\"message\":\"Nope\"}]}", "ApiFailure")]
    [InlineData(400, "[\"what\"]", "ApiRejected")]
    [InlineData(404, "{\"success\":false,\"errors\":[{\"code\":7002,\"message\":\"Not found\"}],\"result\":{}}", "GatewayNotFound")]
    [InlineData(403, "{\"success\":false,\"errors\":[{\"code\":10000,\"message\":\"Authentication error\"}]}", "Forbidden")]
    [InlineData(401, "{\"success\":false,\"errors\":[{\"code\":10000,\"message\":\"Authentication error\"}]}", "Unauthorized")]
    [InlineData(302, "", "UnexpectedResponse")]
    [InlineData(503, "down", "ApiUnavailable")]
    public void An_answer_that_is_not_the_APIs_is_a_clear_error(int status, string body, string id)
    {
        Connect(Session, "-MaximumRetryCount 0");
        Emulator.Fault(new JsonObject { ["method"] = "GET", ["path"] = "*/gateways/prod-api", ["times"] = -1, ["status"] = status, ["body"] = body });
        ErrorRecord error = RunToError("Get-AiGateway prod-api");
        Assert.Equal(id, error.FullyQualifiedErrorId.Split(',')[0]);
        Assert.False(string.IsNullOrWhiteSpace(error.ErrorDetails?.RecommendedAction), error.ToString());
    }

    [Theory]
    [InlineData("Get-AiGateway")]
    [InlineData("Get-AiGateway prod-api")]
    [InlineData("New-AiGateway prod-api")]
    [InlineData("Set-AiGateway prod-api -CacheTtl 60")]
    public void An_account_that_does_not_exist_is_not_a_missing_gateway(string script)
    {
        ErrorRecord error = RunToError(script + " -AccountId ffffffffffffffffffffffffffffffff");
        Assert.StartsWith("AccountNotFound", error.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Contains("account", Shown(error), StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public void Without_the_permission_the_error_names_it()
    {
        Run("New-AiGateway prod-api");
        Run($"Connect-AiGateway {EmulatorProcess.AccountId} -ApiToken $token -BaseUri {Emulator.Api}", ("token", Token("reader-token")));
        ErrorRecord error = RunToError("New-AiGateway other-api");
        Assert.StartsWith("Forbidden", error.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Contains("AI Gateway Edit", Shown(error), StringComparison.Ordinal);
    }
}
