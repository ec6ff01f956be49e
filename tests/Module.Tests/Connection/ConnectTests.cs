using System;
using System.IO;
using System.Linq;
using System.Management.Automation;
using System.Text.Json.Nodes;
using CloudflareAiGateway.EngineHost;
using CloudflareAiGateway.Module.Tests.Support;
using Xunit;

namespace CloudflareAiGateway.Module.Tests.Connection;

public sealed class ConnectTests(EmulatorProcess emulator) : ModuleTest(emulator, connect: false)
{
    private const string OtherAccount = "fedcba9876543210fedcba9876543210";

    [Fact]
    public void It_verifies_the_token_and_shows_whose_it_is()
    {
        Connect(Session);
        PSObject connection = Assert.Single(Run("Get-AiGatewayConnection").Output);
        Assert.Equal(EmulatorProcess.AccountId, connection.Properties["AccountId"].Value);
        Assert.Equal("Emulator account", connection.Properties["AccountName"].Value);
        Assert.Equal("User", connection.Properties["TokenOwner"].Value);
        Assert.Equal("Parameter", connection.Properties["TokenSource"].Value);
    }

    [Fact]
    public void It_finds_the_only_account_by_itself() =>
        Assert.Equal(EmulatorProcess.AccountId, Run($"(Connect-AiGateway -ApiToken $token -BaseUri {Emulator.Api} -PassThru).AccountId", ("token", Token())).Output[0].BaseObject);

    [Fact]
    public void It_takes_a_credential()
    {
        var credential = new PSCredential("token", Token());
        Run($"Connect-AiGateway {EmulatorProcess.AccountId} $credential -BaseUri {Emulator.Api}", ("credential", credential));
    }

    [Fact]
    public void With_several_accounts_the_error_lists_them()
    {
        Emulator.Post("/_emulator/accounts", new JsonObject { ["id"] = OtherAccount, ["name"] = "Other account" });
        ErrorRecord error = ConnectToError(EmulatorProcess.CanaryToken, account: null);
        Assert.Contains($"Emulator account ({EmulatorProcess.AccountId}), Other account ({OtherAccount})", Shown(error), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("expired", null, "expired")]
    [InlineData("disabled", null, "disabled")]
    public void A_token_that_is_not_active_is_refused(string status, string? expires, string says)
    {
        Emulator.Post("/_emulator/tokens", new JsonObject { ["value"] = "sleepy-token", ["permissions"] = new JsonArray("all"), ["status"] = status, ["expires_on"] = expires });
        ErrorRecord error = ConnectToError("sleepy-token");
        Assert.StartsWith("Unauthorized", error.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Contains(says, Shown(error), StringComparison.Ordinal);
    }

    [Fact]
    public void An_unknown_token_is_refused()
    {
        ErrorRecord error = ConnectToError("nobodys-token");
        Assert.Equal(ErrorCategory.AuthenticationError, error.CategoryInfo.Category);
        Assert.DoesNotContain("nobodys-token", error.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_token_of_the_account_is_verified_as_such()
    {
        Emulator.Post("/_emulator/tokens", new JsonObject { ["value"] = "account-token", ["permissions"] = new JsonArray("all"), ["owner"] = "account" });
        Assert.Equal("Account", Run($"(Connect-AiGateway {EmulatorProcess.AccountId} -ApiToken $token -BaseUri {Emulator.Api} -PassThru).TokenOwner", ("token", Token("account-token"))).Output[0].BaseObject);
    }

    [Fact]
    public void A_token_for_another_account_is_told_apart_from_a_bad_one()
    {
        Emulator.Post("/_emulator/accounts", new JsonObject { ["id"] = OtherAccount, ["name"] = "Other account" });
        Emulator.Post("/_emulator/tokens", new JsonObject { ["value"] = "other-token", ["permissions"] = new JsonArray("all"), ["accounts"] = new JsonArray(OtherAccount) });
        ErrorRecord error = ConnectToError("other-token");
        Assert.Contains($"The token is good, but not for the account {EmulatorProcess.AccountId}", Shown(error), StringComparison.Ordinal);
    }

    [Fact]
    public void A_token_without_Read_connects_with_a_warning()
    {
        Emulator.Post("/_emulator/tokens", new JsonObject { ["value"] = "run-token", ["permissions"] = new JsonArray("AI Gateway Run") });
        EngineResult result = Run($"Connect-AiGateway {EmulatorProcess.AccountId} -ApiToken $token -BaseUri {Emulator.Api}", ("token", Token("run-token")));
        Assert.Contains("AI Gateway Read", Assert.Single(result.Warnings).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Connect-AiGateway -ApiToken plain", "Get-Secret")]
    [InlineData("Connect-AiGateway -ApiToken $empty", "The token is empty")]
    [InlineData("Connect-AiGateway -ApiToken $bearer", "leave that word out")]
    [InlineData("Connect-AiGateway -ApiToken $broken", "line break")]
    [InlineData("Connect-AiGateway -ApiToken 5", "SecureString or a PSCredential")]
    [InlineData("Connect-AiGateway -AccountId 1234 -ApiToken $token", "32 hexadecimal digits")]
    [InlineData("Connect-AiGateway -AccountId 0123456789abcdef0123456789abcdeg -ApiToken $token", "32 hexadecimal digits")]
    [InlineData("Connect-AiGateway -ApiToken $token -BaseUri http://api.example.com/client/v4", "in the clear")]
    [InlineData("Connect-AiGateway -ApiToken $token -BaseUri https://user:pw@api.example.com", "user name or password")]
    [InlineData("Connect-AiGateway -ApiToken $token -GatewayBaseUri http://gateway.example.com", "in the clear")]
    [InlineData("Connect-AiGateway -ApiToken $token -BaseUri ftp://127.0.0.1", "must start with https")]
    [InlineData("Connect-AiGateway -ApiToken $token -Proxy ftp://127.0.0.1", "-Proxy: The proxy's address must start with http")]
    [InlineData("Connect-AiGateway -ApiToken $token -Proxy http://u:p@127.0.0.1", "-ProxyCredential")]
    public void Bad_input_is_refused_before_any_call(string script, string says)
    {
        ErrorRecord error = RunToError(
            script, ("token", Token()), ("empty", Token(string.Empty)), ("bearer", Token("Bearer abc")), ("broken", Token("abc\ndef")));
        Assert.Contains(says, Shown(error), StringComparison.Ordinal);
        Assert.Empty(Emulator.Requests());
    }

    [Fact]
    public void A_proxy_that_is_down_is_named_without_its_password()
    {
        ErrorRecord error = RunToError(
            "Connect-AiGateway -ApiToken $token -Proxy http://127.0.0.1:9 -ProxyCredential $credential -MaximumRetryCount 0 -BaseUri https://api.example.com/client/v4",
            ("token", Token()),
            ("credential", new PSCredential("user", Token("proxy-password"))));
        Assert.StartsWith("NetworkFailure", error.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Contains("127.0.0.1:9", Shown(error), StringComparison.Ordinal);
        Assert.DoesNotContain("proxy-password", error.Exception.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_failed_Connect_keeps_the_connection_that_was_there()
    {
        Connect(Session);
        ConnectToError("nobodys-token");
        Run("Get-AiGateway");
    }

    [Fact]
    public void Disconnect_forgets_the_connection()
    {
        Connect(Session);
        Run("Disconnect-AiGateway");
        ErrorRecord error = RunToError("Get-AiGateway");
        Assert.StartsWith("NotConnected", error.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Contains("Connect-AiGateway", Shown(error), StringComparison.Ordinal);
        Assert.Empty(Run("Get-AiGatewayConnection").Output);
    }

    [Fact]
    public void The_emulators_state_goes_to_a_file_and_a_broken_file_is_named()
    {
        string path = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());
        try
        {
            Run("Connect-AiGateway -Emulator -StatePath $path; New-AiGateway kept-api", ("path", path));
            Run("Connect-AiGateway -Emulator -StatePath $path", ("path", path));
            Assert.Equal(["kept-api"], Values("Get-AiGateway", "Id").Cast<string>());
            File.WriteAllText(path, "{ not JSON");
            ErrorRecord error = RunToError("Connect-AiGateway -Emulator -StatePath $path", ("path", path));
            Assert.StartsWith("NotConnected", error.FullyQualifiedErrorId, StringComparison.Ordinal);
            Assert.Contains(path, Shown(error), StringComparison.Ordinal);
            Assert.DoesNotContain("not JSON\"", Shown(error), StringComparison.Ordinal);
        }
        finally
        {
            File.Delete(path);
        }
    }

    [Fact]
    public void A_folder_cannot_hold_the_emulators_state()
    {
        ErrorRecord error = RunToError("Connect-AiGateway -Emulator -StatePath $path", ("path", Path.GetTempPath()));
        Assert.StartsWith("NotConnected", error.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Contains("it is a folder", Shown(error), StringComparison.Ordinal);
    }

    [Fact]
    public void A_state_file_that_cannot_be_written_is_no_trouble_of_the_network()
    {
        string file = Path.GetTempFileName();
        try
        {
            string shown = Shown(RunToError("Connect-AiGateway -Emulator -StatePath $path; New-AiGateway prod-api", ("path", Path.Combine(file, "state.json"))));
            Assert.Contains("state.json' cannot be used", shown, StringComparison.Ordinal);
            Assert.DoesNotContain("firewall", shown, StringComparison.Ordinal);
        }
        finally
        {
            File.Delete(file);
        }
    }

    [Fact]
    public void A_connection_that_went_through_a_process_job_says_why_it_is_of_no_use()
    {
        var copy = new PSObject();
        copy.TypeNames.Insert(0, "Deserialized.CloudflareAiGateway.AiGatewayConnection");
        foreach (string command in new[] { "Get-AiGateway", "Test-AiGatewayConnection" })
        {
            Assert.Contains("CLOUDFLARE_API_TOKEN", Shown(RunToError($"{command} -Connection $copy", ("copy", copy))), StringComparison.Ordinal);
        }
    }

    [Fact]
    public void An_account_id_is_the_same_in_capitals()
    {
        Run($"Connect-AiGateway {EmulatorProcess.AccountId.ToUpperInvariant()} -ApiToken $token -BaseUri {Emulator.Api}", ("token", Token()));
        Assert.Equal([EmulatorProcess.AccountId], Values("Get-AiGatewayConnection", "AccountId").Cast<string>());
        Run($"New-AiGateway prod-api -AccountId ' {EmulatorProcess.AccountId.ToUpperInvariant()}'");
    }

    /// <summary>The host of the test throws at a question that nobody expects, as a runbook's does.</summary>
    [Fact]
    public void Debug_alone_asks_nothing_and_shows_the_calls_too()
    {
        Connect(Session);
        Assert.Contains(Run("New-AiGateway prod-api -Debug").Debug, d => d.Message.StartsWith("POST ", StringComparison.Ordinal));
        Run("Disconnect-AiGateway -Debug");
    }

    [Fact]
    public void Accounts_are_listed_with_their_ids()
    {
        Connect(Session);
        Emulator.Post("/_emulator/accounts", new JsonObject { ["id"] = OtherAccount, ["name"] = "Other account" });
        Assert.Equal([EmulatorProcess.AccountId, OtherAccount], Values("Get-AiGatewayAccount", "AccountId").Cast<string>());
        Assert.Equal([OtherAccount], Values("Get-AiGatewayAccount other*", "AccountId").Cast<string>());
        Assert.Equal([OtherAccount], Values("[pscustomobject]@{ Name = 'Other account' } | Get-AiGatewayAccount", "AccountId").Cast<string>());
        Assert.StartsWith("AccountNotFound", RunToError("Get-AiGatewayAccount Nobody").FullyQualifiedErrorId, StringComparison.Ordinal);
    }

    [Fact]
    public void Requests_name_the_module_and_PowerShell_as_the_caller()
    {
        using var session = new EngineSession();
        Assert.Matches("^CloudflareAiGateway/\\d+\\.\\d+\\.\\d+ PowerShell/7\\.\\d+", Capture.UserAgentOf(session, Token()));
    }

    private ErrorRecord ConnectToError(string token, string? account = EmulatorProcess.AccountId) =>
        RunToError($"Connect-AiGateway {(account is null ? string.Empty : "-AccountId " + account)} -ApiToken $token -BaseUri {Emulator.Api}", ("token", Token(token)));
}
