using System;
using System.Linq;
using System.Net.Http;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Threading.Tasks;
using Xunit;

namespace CloudflareAiGateway.Emulator.Tests;

/// <summary>The emulator's own API.</summary>
public sealed class ControlTests : IDisposable
{
    private readonly Twin _twin = new();

    public void Dispose() => _twin.Dispose();

    [Fact]
    public async Task Requests_are_recorded_in_order_with_status_and_body()
    {
        await _twin.Client.GetAsync(Twin.Gateways + "?page=2");
        await _twin.Client.PostAsync(Twin.Gateways, new JsonObject());
        await _twin.SendAsync(HttpMethod.Get, "/v1/a/b");
        JsonArray requests = (await _twin.SendAsync(HttpMethod.Get, "/_emulator/requests")).Json.AsArray();
        Assert.Equal(3, requests.Count);
        Assert.Equal($$"""{"method":"GET","path":"/client/v4{{Twin.Gateways}}?page=2","status":200,"body":null}""", requests[0]!.ToJsonString());
        Assert.Equal($$"""{"method":"POST","path":"/client/v4{{Twin.Gateways}}","status":400,"body":"{}"}""", requests[1]!.ToJsonString());
        Assert.Equal("/v1/a/b", (string?)requests[2]!["path"]);
    }

    [Fact]
    public async Task No_token_is_recorded()
    {
        _twin.App.AddToken(new EmulatorToken { Value = "canary-a" });
        await _twin.Client.GetAsync(Twin.Gateways, "canary-a");
        await _twin.Client.GetAsync(Twin.Gateways, "canary-b");
        Assert.DoesNotContain("canary", (await _twin.SendAsync(HttpMethod.Get, "/_emulator/requests")).Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Recorded_requests_are_cleared()
    {
        await _twin.Client.GetAsync(Twin.Gateways);
        Assert.Single(_twin.App.Requests);
        await PostAsync("requests", null, HttpMethod.Delete);
        Assert.Empty(_twin.App.Requests);
    }

    [Fact]
    public void The_journal_keeps_the_latest_requests()
    {
        var journal = new RequestJournal();
        for (int i = 0; i <= RequestJournal.Capacity; i++)
        {
            journal.Open(new EmulatedRequest { Method = "GET", Path = i == 0 ? "/first" : "/later" });
        }

        Assert.Equal(RequestJournal.Capacity, journal.Read().Count);
        Assert.Equal("/later", journal.Read()[0].Path);
    }

    [Fact]
    public async Task Faults_are_added_one_or_several_and_cleared()
    {
        await PostAsync("faults", """{"method":"GET","path":"*","status":418,"body":{"a":1},"headers":{"Retry-After":"3"}}""");
        await PostAsync("faults", """[{"status":500},{"reset":"before","apply":true},{"times":-1,"status":502}]""");
        Answer first = await GetAsync();
        Assert.Equal((418, """{"a":1}""", "3"), (first.Status, first.Body, first.Headers["retry-after"]));
        Assert.Equal(500, (await GetAsync()).Status);
        await Assert.ThrowsAsync<HttpRequestException>(GetAsync);
        Assert.Equal(502, (await GetAsync()).Status);
        await PostAsync("faults", null, HttpMethod.Delete);
        Assert.Equal(200, (await GetAsync()).Status);
    }

    [Fact]
    public async Task The_quota_is_set()
    {
        await PostAsync("quota", """{"limit":1,"window":10,"block":20}""");
        Assert.Equal("\"default\";q=1;w=10", (await GetAsync()).Headers["ratelimit-policy"]);
        Assert.Equal("20", (await GetAsync()).Headers["retry-after"]);
    }

    [Fact]
    public async Task Gateways_are_seeded_one_or_several()
    {
        await PostAsync("gateways", $$$"""{"account_id":"{{{Twin.Account}}}","gateway":{"id":"a","brand_new":1}}""");
        await PostAsync("gateways", """{"gateways":[{"id":"b"},{"id":"c"}]}""");
        Assert.Equal(["a", "b", "c"], (await GetAsync()).Ids);
        Assert.True(_twin.App.Behaviour.KeepUnknownMembers);
    }

    [Fact]
    public async Task Tokens_are_added()
    {
        await PostAsync("tokens", """{"value":"t","permissions":["AI Gateway Edit"],"owner":"account","status":"disabled","expires_on":"2027-01-01T00:00:00Z","accounts":["0123456789abcdef0123456789abcdef"],"id":"0123"}""");
        Answer answer = await _twin.Client.GetAsync($"/accounts/{Twin.Account}/tokens/verify", "t");
        Assert.Equal("""{"id":"0123","status":"disabled","expires_on":"2027-01-01T00:00:00.000Z"}""", answer.Result.ToJsonString());
    }

    [Fact]
    public async Task Accounts_are_added_and_renamed()
    {
        string id = new('b', 32);
        await PostAsync("accounts", $$"""{"id":"{{id}}","name":"Second"}""");
        await PostAsync("accounts", $$"""{"id":"{{id}}","name":"Renamed"}""");
        Answer accounts = await _twin.Client.GetAsync("/accounts");
        Assert.Equal([Twin.Account, id], accounts.Ids);
        Assert.Equal("Renamed", (string?)accounts.Result[1]!["name"]);
    }

    [Fact]
    public async Task Behaviours_change_one_by_one()
    {
        await PostAsync("behaviour", """{"create_drops_update_only_members":true}""");
        Answer answer = await PostAsync("behaviour", """{"keep_unknown_members":true}""");
        Assert.Equal(
            ["create_drops_update_only_members", "keep_unknown_members"],
            answer.Json.AsObject().Where(static member => member.Value!.GetValueKind() is JsonValueKind.True).Select(static member => member.Key));
        Assert.False((bool)answer.Json["log_drift"]!);
        Assert.True(_twin.App.Behaviour.CreateDropsUpdateOnlyMembers);
    }

    [Fact]
    public async Task A_reset_goes_back_to_the_start()
    {
        await _twin.CreateAsync(Twin.Body("g"));
        await PostAsync("tokens", """{"value":"t"}""");
        await PostAsync("accounts", """{"id":"b"}""");
        await PostAsync("quota", """{"limit":5}""");
        await PostAsync("behaviour", """{"keep_unknown_members":true}""");
        await PostAsync("faults", """{"status":500}""");

        await PostAsync("reset", null);
        Assert.Empty(_twin.App.Requests);
        Assert.False(_twin.App.Behaviour.KeepUnknownMembers);
        Answer gateways = await GetAsync();
        Assert.Empty(gateways.Ids);
        Assert.Equal("\"default\";r=1199;t=300", gateways.Headers["ratelimit"]);
        Assert.Equal([Twin.Account], (await _twin.Client.GetAsync("/accounts")).Ids);
        Assert.Equal(401, (await _twin.Client.GetAsync(Twin.Gateways, "t")).Status);
    }

    [Theory]
    [InlineData("faults", "{", "")]
    [InlineData("faults", """{"stauts":500}""", "stauts")]
    [InlineData("faults", """{"status":9}""", "status must be")]
    [InlineData("faults", """{"reset":"sideways"}""", "reset")]
    [InlineData("quota", """{"limit":0}""", "limit")]
    [InlineData("quota", "null", "null")]
    [InlineData("tokens", "{}", "value")]
    [InlineData("accounts", "[]", "")]
    [InlineData("gateways", "{}", "gateway")]
    [InlineData("gateways", """{"gateway":{"cache_ttl":1}}""", "id")]
    [InlineData("gateways", """{"account_id":"none","gateway":{"id":"g"}}""", "none")]
    [InlineData("behaviour", """{"keep_unkown_members":true}""", "keep_unkown_members")]
    public async Task Mistakes_are_refused_with_their_reason(string path, string body, string reason)
    {
        Answer answer = await _twin.SendAsync(HttpMethod.Post, "/_emulator/" + path, body);
        Assert.Equal(400, answer.Status);
        Assert.Contains(reason, (string?)answer.Json["error"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_the_control_api_does_not_have_is_not_found() =>
        Assert.Equal(404, (await _twin.SendAsync(HttpMethod.Get, "/_emulator/faults")).Status);

    private Task<Answer> GetAsync() =>
        _twin.SendAsync(HttpMethod.Get, OpenApiCheckedClient.Root + Twin.Gateways, token: EmulatorOptions.DefaultToken);

    private async Task<Answer> PostAsync(string path, string? body, HttpMethod? method = null)
    {
        Answer answer = await _twin.SendAsync(method ?? HttpMethod.Post, "/_emulator/" + path, body);
        Assert.True(answer.Status == 200, answer.Body);
        return answer;
    }
}
