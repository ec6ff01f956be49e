using System;
using System.Linq;
using System.Management.Automation;
using CloudflareAiGateway.EngineHost;
using CloudflareAiGateway.Module.Tests.Support;
using Xunit;

namespace CloudflareAiGateway.Module.Tests.Gateways;

public sealed class GetAiGatewayTests : ModuleTest
{
    public GetAiGatewayTests(EmulatorProcess emulator)
        : base(emulator) => Run("1..120 | ForEach-Object { 'gw-{0:d3}' -f $_ } | New-AiGateway");

    [Fact]
    public void Piped_accounts_give_the_gateways_of_each()
    {
        const string Other = "fedcba9876543210fedcba9876543210";
        Emulator.Post("/_emulator/accounts", new System.Text.Json.Nodes.JsonObject { ["id"] = Other, ["name"] = "prod-api" });
        Run($"New-AiGateway prod-api; New-AiGateway other-api -AccountId {Other}");
        Assert.Equal(Run("Get-AiGateway").Output.Count + 1, Run("Get-AiGatewayAccount | Get-AiGateway").Output.Count);
        Assert.Equal(["prod-api", "other-api"], Values("Get-AiGatewayAccount | Get-AiGateway *-api", "Id").Cast<string>());
        Assert.Equal(["other-api"], Values($"[pscustomobject]@{{ Name = 'other-api'; AccountId = '{Other}' }} | Get-AiGateway", "Id").Cast<string>());
    }

    [Fact]
    public void All_pages_arrive_in_order()
    {
        int before = Emulator.Requests().Count;
        Assert.Equal(Enumerable.Range(1, 120).Select(i => $"gw-{i:d3}"), Values("Get-AiGateway", "Id").Cast<string>());
        Assert.Equal(2, Emulator.Requests().Count - before);
    }

    [Theory]
    [InlineData("Get-AiGateway -First 1", 1, 1)]
    [InlineData("Get-AiGateway | Select-Object -First 1", 1, 1)]
    [InlineData("Get-AiGateway -First 3 -Skip 100", 3, 1)]
    [InlineData("Get-AiGateway -Skip 118", 2, 1)]
    [InlineData("Get-AiGateway -First 5 gw-*", 5, 1)]
    [InlineData("Get-AiGateway -First 0", 0, 0)]
    public void Paging_asks_for_no_page_that_is_not_needed(string script, int objects, int requests)
    {
        int before = Emulator.Requests().Count;
        Assert.Equal(objects, Run(script).Output.Count);
        Assert.Equal(requests, Emulator.Requests().Count - before);
    }

    [Fact]
    public void Skip_begins_where_it_should() =>
        Assert.Equal(["gw-101", "gw-102"], Values("Get-AiGateway -First 2 -Skip 100", "Id").Cast<string>());

    [Fact]
    public void IncludeTotalCount_gives_the_count_first()
    {
        EngineResult result = Run("Get-AiGateway -First 1 -IncludeTotalCount");
        Assert.Equal(120UL, result.Output[0].BaseObject);
        Assert.Equal("gw-001", result.Output[1].ToString());
    }

    [Fact]
    public void A_pattern_without_a_match_is_silence_and_a_name_without_one_is_an_error()
    {
        Assert.Empty(Run("Get-AiGateway nothing-*").Output);
        ErrorRecord error = RunToError("Get-AiGateway nothing-here");
        Assert.StartsWith("GatewayNotFound", error.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Equal(ErrorCategory.ObjectNotFound, error.CategoryInfo.Category);
        Assert.Equal("nothing-here", error.TargetObject);
    }

    [Fact]
    public void Names_come_from_the_pipeline_and_one_missing_does_not_end_it()
    {
        EngineResult result = Session.Run("'gw-001', 'nothing', 'gw-12*' | Get-AiGateway");
        Assert.Equal(["gw-001", "gw-120"], result.Output.Select(o => o.ToString()));
        Assert.Single(result.Errors);
    }

    [Fact]
    public void Search_is_the_servers() =>
        Assert.Equal(["gw-011", "gw-110", "gw-111", "gw-112", "gw-113", "gw-114", "gw-115", "gw-116", "gw-117", "gw-118", "gw-119"], Values("Get-AiGateway -Search 11", "Id").Cast<string>().Order());

    [Fact]
    public void Every_object_knows_its_account_and_address()
    {
        PSObject gateway = Assert.Single(Run("Get-AiGateway gw-001").Output);
        Assert.Equal("gw-001", gateway.Properties["Name"].Value);
        Assert.Equal(EmulatorProcess.AccountId, gateway.Properties["AccountId"].Value);
        Assert.Equal(new Uri(Emulator.BaseUri, $"/v1/{EmulatorProcess.AccountId}/gw-001"), gateway.Properties["Endpoint"].Value);
    }
}
