using System;
using System.Diagnostics;
using System.Linq;
using System.Management.Automation;
using System.Text.Json.Nodes;
using System.Threading;
using CloudflareAiGateway.EngineHost;
using CloudflareAiGateway.Module.Tests.Support;
using Xunit;

namespace CloudflareAiGateway.Module.Tests.Domains;

public sealed class DomainTests : ModuleTest
{
    private const string Zone = "d56084adb405e0b7e32c52321bf07be6";

    public DomainTests(EmulatorProcess emulator)
        : base(emulator)
    {
        Run("New-AiGateway prod-api; New-AiGateway dev-chat");
        Emulator.ForgetRequests();
    }

    [Fact]
    public void Adding_says_which_record_to_make()
    {
        EngineResult result = Run($"New-AiGatewayDomain prod-api AI.Example.com. {Zone} -MinTls 1.2");
        PSObject domain = Assert.Single(result.Output);
        Assert.Equal(("ai.example.com", "prod-api", EmulatorProcess.AccountId), (domain.Properties["Hostname"].Value, domain.Properties["GatewayId"].Value, domain.Properties["AccountId"].Value));
        Assert.IsType<DateTimeOffset>(domain.Properties["CreatedAt"].Value);
        string record = $"ai.example.com CNAME {domain.Properties["CnameTarget"].Value}";
        Assert.Equal(record, $"{domain.Properties["DnsRecord"].Value}");
        Assert.Contains(record, Assert.Single(result.Warnings).Message, StringComparison.Ordinal);
        Assert.Equal($$"""{"domain":"ai.example.com","zone_id":"{{Zone}}","minTLS":"1.2"}""", Body());
    }

    [Theory]
    [InlineData("1.0", "1.0")]
    [InlineData("1.3", "1.3")]
    [InlineData("'1.1'", "1.1")]
    [InlineData("'TLSv1.2'", "1.2")]
    [InlineData("Tls12", "1.2")]
    [InlineData("([System.Net.SecurityProtocolType]::Tls13)", "1.3")]
    [InlineData("([System.Security.Authentication.SslProtocols]::Tls11)", "1.1")]
    public void TLS_versions_are_taken_as_people_write_them(string typed, string sent)
    {
        Run($"New-AiGatewayDomain prod-api ai.example.com {Zone} -MinTls {typed}");
        Assert.Contains($"\"minTLS\":\"{sent}\"", Body(), StringComparison.Ordinal);
    }

    [Fact]
    public void Wait_comes_back_when_the_domain_is_active_and_shows_progress()
    {
        EngineResult result = Run($"New-AiGatewayDomain prod-api ai.example.com {Zone} -Wait");
        Assert.Equal("Active", $"{Assert.Single(result.Output).Properties["Status"].Value}");
        Assert.Contains(Emulator.Requests(), r => r.EndsWith("/custom-domains/ai.example.com", StringComparison.Ordinal));
    }

    [Fact]
    public void A_wait_that_takes_too_long_is_an_error_and_the_domain_is_written()
    {
        Emulator.Fault(Looks("""{"success":true,"result":{"hostname":"ai.example.com","gateway_id":"prod-api","status":"pending_dcv","cname_target":"t.example"}}"""));
        EngineResult result = Session.Run($"New-AiGatewayDomain prod-api ai.example.com {Zone} -Wait -TimeoutSec 2");
        ErrorRecord error = Assert.Single(result.Errors);
        Assert.StartsWith("Timeout,", error.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Contains("still PendingDcv", error.ToString(), StringComparison.Ordinal);
        Assert.Contains("ai.example.com CNAME t.example", Shown(error), StringComparison.Ordinal);
        Assert.Equal("PendingDcv", $"{Assert.Single(result.Output).Properties["Status"].Value}");
    }

    [Theory]
    [InlineData("""{"status":"blocked","status_reason":"on a list"}""", "was blocked by Cloudflare: on a list")]
    [InlineData("""{"status":"error","verification_errors":["CAA forbids it","no CNAME"]}""", "could not be set up: CAA forbids it, no CNAME")]
    [InlineData("""{"status":"error"}""", "could not be set up; the API gives no reason")]
    public void A_domain_that_cannot_become_active_is_an_error_with_the_reason(string document, string says)
    {
        JsonObject domain = JsonNode.Parse(document)!.AsObject();
        domain["hostname"] = "ai.example.com";
        Emulator.Fault(Looks($$"""{"success":true,"result":{{domain.ToJsonString()}}}"""));
        EngineResult result = Session.Run($"New-AiGatewayDomain prod-api ai.example.com {Zone} -Wait");
        ErrorRecord error = Assert.Single(result.Errors);
        Assert.StartsWith("DomainNotActive,", error.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Contains(says, error.ToString(), StringComparison.Ordinal);
        Assert.Equal("ai.example.com", $"{Assert.Single(result.Output)}");
    }

    [Fact]
    public void Stopping_ends_the_wait_at_once()
    {
        Emulator.Fault(Looks("""{"success":true,"result":{"hostname":"ai.example.com","status":"initializing"}}"""));
        using EngineRun run = Session.BeginRun($"New-AiGatewayDomain prod-api ai.example.com {Zone} -Wait");
        Assert.True(SpinWait.SpinUntil(() => Emulator.Requests().Count(r => r.StartsWith("GET ", StringComparison.Ordinal)) >= 2, TimeSpan.FromSeconds(60)));
        var watch = Stopwatch.StartNew();
        run.Stop();
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(10), $"{watch.Elapsed}");
    }

    [Theory]
    [InlineData("Get-AiGatewayDomain prod-api", "a.example.com b.example.com")]
    [InlineData("Get-AiGateway | Get-AiGatewayDomain", "a.example.com b.example.com c.example.com")]
    [InlineData("Get-AiGatewayDomain prod-api B.example.com", "b.example.com")]
    [InlineData("Get-AiGatewayDomain prod-api b*, a*", "b.example.com a.example.com")]
    [InlineData("Get-AiGatewayDomain prod-api z*", "")]
    [InlineData("Get-AiGatewayDomain prod-api -Search b.ex", "b.example.com")]
    [InlineData("Get-AiGatewayDomain prod-api -Status Blocked", "")]
    [InlineData("Get-AiGateway prod-api | Get-AiGatewayDomain -First 1 -Skip 1", "b.example.com")]
    [InlineData("Get-AiGatewayDomain dev-chat | Get-AiGatewayDomain", "c.example.com")]
    public void Domains_are_found(string script, string expected)
    {
        Run($"'a.example.com', 'b.example.com' | ForEach-Object {{ New-AiGatewayDomain prod-api $_ {Zone} }}; New-AiGatewayDomain dev-chat c.example.com {Zone}");
        Assert.Equal(expected, string.Join(' ', Values(script, "Hostname")));
    }

    [Fact]
    public void Domains_go_through_pipelines_and_CSV_files()
    {
        Run($$"""
            $rows = [pscustomobject]@{ GatewayId = 'prod-api'; Domain = 'a.example.com'; ZoneId = '{{Zone}}'; MinTls = '' }, [pscustomobject]@{ Gateway = 'dev-chat'; Hostname = 'b.example.com'; ZoneId = '{{Zone}}'; MinTls = '1.2' }
            $rows | New-AiGatewayDomain
            """);
        Run("""
            $file = [System.IO.Path]::GetTempFileName()
            Get-AiGateway | Get-AiGatewayDomain | Export-Csv $file
            Import-Csv $file | Remove-AiGatewayDomain -Confirm:$false
            """);
        Assert.Empty(Run("Get-AiGateway | Get-AiGatewayDomain").Output);
        Run($"New-AiGatewayDomain prod-api a.example.com {Zone}; Get-AiGatewayDomain prod-api | Remove-AiGatewayDomain -Confirm:$false");
        Assert.Empty(Run("Get-AiGatewayDomain prod-api").Output);
    }

    [Theory]
    [InlineData("New-AiGatewayDomain prod-api https://ai.example.com/v1 " + Zone, "InvalidDomain", "Did you mean 'ai.example.com'?")]
    [InlineData("New-AiGatewayDomain prod-api '' " + Zone, "InvalidDomain", "is empty")]
    [InlineData("New-AiGatewayDomain prod-api ai.example.com example.com", "InvalidZoneId", "32 hexadecimal digits")]
    [InlineData("New-AiGatewayDomain 'Prod API' ai.example.com " + Zone, "InvalidGatewayName", "prod-api")]
    [InlineData("New-AiGatewayDomain prod-api ai.example.com " + Zone + " -MinTls 1.4", "ParameterArgumentTransformationError", "1.0, 1.1, 1.2, 1.3")]
    [InlineData("Remove-AiGatewayDomain prod-api '*.example.com' -Confirm:$false", "InvalidDomain", "wildcard")]
    [InlineData("Get-AiGatewayDomain prod-api localhost", "InvalidDomain", "not a hostname")]
    [InlineData("Get-AiGatewayDomain prod-api gone.example.com", "DomainNotFound", "Get-AiGatewayDomain")]
    [InlineData("Get-AiGatewayDomain gone-api", "GatewayNotFound", "'gone-api'")]
    [InlineData("Get-AiGatewayDomain gone-api a.example.com", "GatewayNotFound", "'gone-api'")]
    public void Bad_input_has_an_id_and_changes_nothing(string script, string id, string says)
    {
        ErrorRecord error = RunToError(script);
        Assert.Equal(id, error.FullyQualifiedErrorId.Split(',')[0]);
        Assert.Contains(says, Shown(error), StringComparison.Ordinal);
        Assert.Empty(Emulator.Writes());
    }

    [Theory]
    [InlineData("New-AiGatewayDomain prod-api ai.example.org " + Zone, "ApiRejected", "lies in the zone")]
    [InlineData("New-AiGatewayDomain gone-api ai.example.com " + Zone, "GatewayNotFound", "'gone-api'")]
    [InlineData("New-AiGatewayDomain dev-chat taken.example.com " + Zone, "DomainExists", "taken.example.com")]
    [InlineData("Remove-AiGatewayDomain prod-api gone.example.com -Confirm:$false", "DomainNotFound", "Get-AiGatewayDomain")]
    [InlineData("Remove-AiGatewayDomain gone-api gone.example.com -Confirm:$false", "GatewayNotFound", "'gone-api'")]
    public void What_the_API_refuses_is_told_apart(string script, string id, string says)
    {
        Run($"New-AiGatewayDomain prod-api taken.example.com {Zone}");
        ErrorRecord error = RunToError(script);
        Assert.Equal(id, error.FullyQualifiedErrorId.Split(',')[0]);
        Assert.Contains(says, Shown(error), StringComparison.Ordinal);
    }

    [Fact]
    public void The_views_fit()
    {
        Run($"New-AiGatewayDomain prod-api ai.example.com {Zone}");
        string[] lines = Session.RunFormatted("Get-AiGatewayDomain prod-api").HostText.Split('\n');
        Assert.Matches(@"^Hostname\s+Gateway\s+Status\s+CnameTarget\s*$", lines.First(l => l.StartsWith("Hostname", StringComparison.Ordinal)));
        Assert.Matches(@"^ai.example.com\s+prod-api\s+\w+\s+prod-api\.\S+\s*$", lines.First(l => l.StartsWith("ai.", StringComparison.Ordinal)));
        Assert.All(lines, l => Assert.True(l.TrimEnd().Length <= 100, l));
        string list = Session.RunFormatted("Get-AiGatewayDomain prod-api | Format-List").HostText;
        foreach (string property in Run("Get-AiGatewayDomain prod-api").Output[0].BaseObject.GetType().GetProperties().Select(p => p.Name))
        {
            Assert.Contains(property, list, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Hostnames_complete_within_their_gateway()
    {
        Run($"New-AiGatewayDomain prod-api ai.example.com {Zone}; New-AiGatewayDomain dev-chat ai2.example.com {Zone}");
        Assert.Equal("ai.example.com", Assert.Single(Session.Complete("Remove-AiGatewayDomain prod-api -Domain ai").CompletionMatches).CompletionText);
        Assert.Equal(["1.0", "1.1", "1.2", "1.3"], Session.Complete("New-AiGatewayDomain prod-api x y -MinTls ").CompletionMatches.Select(m => m.CompletionText));
    }

    private string Body() => (string)Emulator.Journal().Last(r => (string?)r!["method"] == "POST")!["body"]!;

    private static JsonObject Looks(string body) =>
        new() { ["method"] = "GET", ["path"] = "*/custom-domains/*", ["times"] = -1, ["status"] = 200, ["body"] = body };
}
