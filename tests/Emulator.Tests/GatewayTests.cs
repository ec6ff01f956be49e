using System;
using System.Linq;
using System.Text.Json.Nodes;
using System.Threading.Tasks;
using Xunit;

namespace CloudflareAiGateway.Emulator.Tests;

/// <summary>The life of a gateway.</summary>
public sealed class GatewayTests : IDisposable
{
    private readonly Twin _twin = new();

    public void Dispose() => _twin.Dispose();

    [Fact]
    public async Task A_create_fills_in_defaults_and_times()
    {
        JsonNode gateway = await _twin.CreateAsync(Twin.Body("my-gateway"));
        Assert.Equal("my-gateway", (string?)gateway["id"]);
        Assert.Equal("2026-10-15T08:00:00.123Z", (string?)gateway["created_at"]);
        Assert.Equal("2026-10-15T08:00:00.123Z", (string?)gateway["modified_at"]);
        Assert.False((bool)gateway["authentication"]!);
        Assert.False((bool)gateway["is_default"]!);
        Assert.Equal("postpaid", (string?)gateway["workers_ai_billing_mode"]);
        Assert.True(gateway.AsObject().ContainsKey("retry_delay"));
        Assert.Null(gateway["retry_delay"]);
        Assert.False(gateway.AsObject().ContainsKey("dlp"));
    }

    [Fact]
    public async Task The_envelope_has_success_and_result_only()
    {
        Answer created = await _twin.Client.PostAsync(Twin.Gateways, Twin.Body("g"));
        Assert.Equal(["success", "result"], created.Json.AsObject().Select(static member => member.Key));
        Answer list = await _twin.Client.GetAsync(Twin.Gateways);
        Assert.Equal(["success", "result", "result_info"], list.Json.AsObject().Select(static member => member.Key));
        Answer missing = await _twin.Client.GetAsync(Twin.Gateways + "/none");
        Assert.Equal("""{"success":false,"errors":[{"code":7002,"message":"Not Found"}],"result":{}}""", missing.Body);
    }

    [Theory]
    [InlineData("minimal")]
    [InlineData("full")]
    public async Task The_documents_examples_are_taken_and_come_back(string example)
    {
        JsonNode create = OpenApiDocument.Instance.Root["paths"]!["/accounts/{account_id}/ai-gateway/gateways"]!["post"]!;
        JsonObject body = create["requestBody"]!["content"]!["application/json"]!["examples"]![example]!["value"]!.AsObject();
        JsonNode gateway = await _twin.CreateAsync(body.DeepClone().AsObject());
        foreach (var member in body)
        {
            Assert.True(JsonNode.DeepEquals(member.Value, gateway[member.Key]), $"{member.Key}: {gateway[member.Key]?.ToJsonString()}");
        }
    }

    [Fact]
    public async Task A_null_cache_ttl_comes_back_as_zero_and_null_rate_limits_as_null()
    {
        JsonObject body = Twin.Body("g", "cache_ttl", null);
        body["rate_limiting_limit"] = null;
        JsonNode gateway = await _twin.CreateAsync(body);
        Assert.Equal(0, (int)gateway["cache_ttl"]!);
        Assert.Null(gateway["rate_limiting_limit"]);
    }

    [Fact]
    public async Task A_taken_name_is_refused()
    {
        await _twin.CreateAsync(Twin.Body("g", "cache_ttl", 5));
        Answer second = await _twin.Client.PostAsync(Twin.Gateways, Twin.Body("g"));
        Assert.Equal((400, 7001), (second.Status, second.Code));
        Assert.Contains("already exists", (string?)second.Error["message"], StringComparison.Ordinal);
        Assert.Equal(5, (int)(await _twin.Client.GetAsync(Twin.Gateways + "/g")).Result["cache_ttl"]!);
    }

    [Fact]
    public async Task An_update_replaces_everything_and_moves_modified_at()
    {
        JsonObject full = Twin.Body("g", "authentication", true);
        full["retry_delay"] = 100;
        full["dlp"] = new JsonObject { ["enabled"] = true, ["action"] = "FLAG", ["profiles"] = new JsonArray("p") };
        await _twin.CreateAsync(full);
        _twin.Time.Advance(TimeSpan.FromSeconds(1));

        JsonObject body = Twin.Body("g", "cache_ttl", 60);
        body.Remove("id");
        Answer answer = await _twin.Client.PutAsync(Twin.Gateways + "/g", body);
        Assert.Equal(60, (int)answer.Result["cache_ttl"]!);
        Assert.False((bool)answer.Result["authentication"]!);
        Assert.Null(answer.Result["retry_delay"]);
        Assert.False(answer.Result.AsObject().ContainsKey("dlp"));
        Assert.Equal("2026-10-15T08:00:00.123Z", (string?)answer.Result["created_at"]);
        Assert.Equal("2026-10-15T08:00:01.123Z", (string?)answer.Result["modified_at"]);
        Assert.Equal(answer.Result.ToJsonString(), (await _twin.Client.GetAsync(Twin.Gateways + "/g")).Result.ToJsonString());
    }

    [Fact]
    public async Task An_update_takes_read_only_members_without_complaint_and_ignores_them()
    {
        JsonNode gateway = await _twin.CreateAsync(Twin.Body("g"));
        gateway["is_default"] = true;
        gateway["id"] = "other";
        gateway["created_at"] = "2000-01-01T00:00:00.000Z";
        Answer answer = await _twin.Client.PutAsync(Twin.Gateways + "/g", gateway);
        Assert.Equal("g", (string?)answer.Result["id"]);
        Assert.False((bool)answer.Result["is_default"]!);
        Assert.Equal("2026-10-15T08:00:00.123Z", (string?)answer.Result["created_at"]);
    }

    [Fact]
    public async Task An_update_demands_the_five_members()
    {
        await _twin.CreateAsync(Twin.Body("g"));
        Answer answer = await _twin.Client.PutAsync(Twin.Gateways + "/g", new JsonObject { ["authentication"] = true });
        Assert.Equal(400, answer.Status);
        Assert.Equal(
            [
                "body.cache_invalidate_on_update: Required",
                "body.cache_ttl: Expected number, received nan",
                "body.collect_logs: Required",
                "body.rate_limiting_interval: Expected number, received nan",
                "body.rate_limiting_limit: Expected number, received nan",
            ], answer.Problems);
    }

    [Fact]
    public async Task What_is_not_there_is_not_found()
    {
        Assert.Equal((404, 7002), StatusAndCode(await _twin.Client.GetAsync(Twin.Gateways + "/none")));
        Assert.Equal((404, 7002), StatusAndCode(await _twin.Client.PutAsync(Twin.Gateways + "/none", Twin.Body("none"))));
        Assert.Equal((404, 7002), StatusAndCode(await _twin.Client.DeleteAsync(Twin.Gateways + "/none")));
    }

    [Fact]
    public async Task A_deleted_gateway_is_gone()
    {
        await _twin.CreateAsync(Twin.Body("g"));
        Answer deleted = await _twin.Client.DeleteAsync(Twin.Gateways + "/g");
        Assert.Equal("g", (string?)deleted.Result["id"]);
        Assert.Equal((404, 7002), StatusAndCode(await _twin.Client.DeleteAsync(Twin.Gateways + "/g")));
        Assert.Empty((await _twin.Client.GetAsync(Twin.Gateways)).Ids);
    }

    [Fact]
    public async Task Accounts_do_not_see_each_others_gateways()
    {
        string other = new('b', 32);
        await _twin.App.AddAccountAsync(new EmulatorAccount { Id = other }, TestContext.Current.CancellationToken);
        await _twin.CreateAsync(Twin.Body("g"));
        Assert.Empty((await _twin.Client.GetAsync($"/accounts/{other}/ai-gateway/gateways")).Ids);
        Assert.Equal(200, (await _twin.Client.PostAsync($"/accounts/{other}/ai-gateway/gateways", Twin.Body("g"))).Status);
    }

    [Fact]
    public async Task The_gateway_called_default_says_so() =>
        Assert.True((bool)(await _twin.CreateAsync(Twin.Body("default")))["is_default"]!);

    [Fact]
    public async Task Calls_at_the_same_time_do_not_disturb_each_other()
    {
        int[] statuses = await Task.WhenAll(Enumerable.Range(0, 200).Select(i => Task.Run(async () =>
            (await _twin.Client.PostAsync(Twin.Gateways, Twin.Body($"g{i % 100:00}"))).Status)));
        Assert.Equal(100, statuses.Count(static status => status == 200));
        Assert.Equal(100, statuses.Count(static status => status == 400));
        Answer list = await _twin.Client.GetAsync(Twin.Gateways + "?per_page=100");
        Assert.Equal(Enumerable.Range(0, 100).Select(static i => $"g{i:00}"), list.Ids);
        Assert.StartsWith("\"default\";r=999;", list.Headers["ratelimit"], StringComparison.Ordinal);
        Assert.Equal(201, _twin.App.Requests.Count);
    }

    private static (int Status, int Code) StatusAndCode(Answer answer) => (answer.Status, answer.Code);
}
