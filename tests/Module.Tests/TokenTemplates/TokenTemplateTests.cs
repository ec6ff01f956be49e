using System;
using System.Linq;
using CloudflareAiGateway.EngineHost;
using CloudflareAiGateway.Module.Tests.Support;
using Xunit;

namespace CloudflareAiGateway.Module.Tests.TokenTemplates;

public sealed class TokenTemplateTests(EmulatorProcess emulator) : ModuleTest(emulator)
{
    [Fact]
    public void All_purposes_come_with_one_look_up()
    {
        Assert.Equal(["Manage", "Read", "Run", "Keys"], Run("Get-AiGatewayTokenTemplate").Output.Select(o => o.ToString()));
        Assert.Equal(["GET /client/v4/user/tokens/permission_groups"], Emulator.Requests());
        Assert.Equal(["LookedUp"], Values("(Get-AiGatewayTokenTemplate Keys).Permissions", "GroupIdSource").Select(v => v!.ToString()).Distinct());
        Assert.Contains($"accountId={EmulatorProcess.AccountId}", (string)Assert.Single(Values("'Run' | Get-AiGatewayTokenTemplate", "UserTokenUrl"))!, StringComparison.Ordinal);
    }

    [Fact]
    public void A_token_that_may_not_look_gets_what_is_known()
    {
        using var session = new EngineSession(new EngineSessionOptions { StandIns = true });
        AssertClean(session.RunGlobal($"Connect-AiGateway -AccountId {EmulatorProcess.AccountId} -ApiToken $token -BaseUri {Emulator.Api}", ("token", Token("reader-token"))));
        EngineResult result = session.Run("(Get-AiGatewayTokenTemplate Run -Verbose).Permissions");
        AssertClean(result);
        Assert.Equal(["Known", "None"], result.Output.Select(p => p.Properties["GroupIdSource"].Value.ToString()));
        Assert.Contains(result.Verbose, v => v.Message.Contains("could not be looked up", StringComparison.Ordinal));
        Assert.Contains(Emulator.Requests(), r => r.EndsWith($"/accounts/{EmulatorProcess.AccountId}/tokens/permission_groups", StringComparison.Ordinal));
    }

    [Fact]
    public void It_works_without_a_connection_and_shows_names_and_links()
    {
        Run("Disconnect-AiGateway");
        Emulator.ForgetRequests();
        string text = Session.RunFormatted("Get-AiGatewayTokenTemplate Read").HostText;
        Assert.Contains("AI Gateway - Read: Reads settings", text, StringComparison.Ordinal);
        Assert.Contains("Account Settings - Read (optional)", text, StringComparison.Ordinal);
        Assert.Contains("https://dash.cloudflare.com/profile/api-tokens", text, StringComparison.Ordinal);
        Assert.All(Session.RunFormatted("(Get-AiGatewayTokenTemplate Read).Permissions").HostText.Split('\n'), l => Assert.True(l.TrimEnd().Length <= 100, l));
        Assert.Empty(Emulator.Requests());
        Assert.Contains(Session.Complete("Get-AiGatewayTokenTemplate -For K").CompletionMatches, m => m.CompletionText == "Keys");
        Assert.StartsWith("CannotConvertArgument", RunToError("Get-AiGatewayTokenTemplate Everything").FullyQualifiedErrorId, StringComparison.Ordinal);
    }
}
