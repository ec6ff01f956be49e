using System;
using System.Linq;
using System.Net.Http;
using System.Text.Json.Nodes;
using System.Threading.Tasks;
using Xunit;

namespace CloudflareAiGateway.Emulator.Tests;

/// <summary>The life of a route. Every answer is held against the document by the checked client.</summary>
public sealed class RouteTests : IAsyncLifetime
{
    private Twin _twin = null!;

    public async ValueTask InitializeAsync() => _twin = await RouteTwin.MakeAsync();

    public ValueTask DisposeAsync()
    {
        _twin.Dispose();
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task A_new_route_is_deployed_at_once()
    {
        JsonNode route = await _twin.AddAsync("support");
        Assert.Equal("support", (string?)route["name"]);
        Assert.Equal("g", (string?)route["gateway_id"]);
        Assert.Equal((string?)route["version"]!["version_id"], (string?)route["deployment"]!["version_id"]);
        Assert.Equal("true", (string?)route["version"]!["active"]);
        Assert.True((bool)route["version"]!["is_valid"]!);
        Assert.True(JsonNode.DeepEquals(RouteTwin.Graph(), route["elements"]));
        Assert.True(JsonNode.DeepEquals(RouteTwin.Graph(), JsonNode.Parse((string)route["version"]!["data"]!)));
        Assert.Equal(route.ToJsonString(), (await _twin.GetAsync(route)).ToJsonString());
    }

    [Theory]
    [InlineData("oneModel")]
    [InlineData("everyElement")]
    public async Task The_documents_examples_are_taken_and_come_back(string example)
    {
        JsonNode create = OpenApiDocument.Instance.Root["paths"]!["/accounts/{account_id}/ai-gateway/gateways/{gateway_id}/routes"]!["post"]!;
        JsonNode body = create["requestBody"]!["content"]!["application/json"]!["examples"]![example]!["value"]!;
        Answer answer = await _twin.Client.PostAsync(RouteTwin.Routes, body.DeepClone());
        Assert.True(JsonNode.DeepEquals(body["elements"], answer.Result["elements"]), answer.Body);
    }

    [Fact]
    public async Task The_list_is_below_data_and_has_pages_without_totals()
    {
        foreach (string name in new[] { "a", "b", "c" })
        {
            await _twin.AddAsync(name);
            _twin.Time.Advance(TimeSpan.FromSeconds(1));
        }

        JsonNode first = (await _twin.Client.GetAsync(RouteTwin.Routes + "?page=1&per_page=2")).Json["data"]!;
        Assert.Equal(["c", "b"], first["routes"]!.AsArray().Select(r => (string)r!["name"]!));
        Assert.Equal(Twin.Account, (string?)first["routes"]![0]!["account_tag"]);
        Assert.Equal(2, (int)first["per_page"]!);
        JsonNode second = (await _twin.Client.GetAsync(RouteTwin.Routes + "?page=2&per_page=2")).Json["data"]!;
        Assert.Equal(["a"], second["routes"]!.AsArray().Select(r => (string)r!["name"]!));
        Assert.Equal(400, (await _twin.Client.GetAsync(RouteTwin.Routes + "?page=0")).Status);
    }

    [Fact]
    public async Task A_taken_name_has_the_code_of_a_missing_route()
    {
        JsonNode first = await _twin.AddAsync("support");
        await _twin.AddAsync("other");
        Answer taken = await _twin.Client.PostAsync(RouteTwin.Routes, RouteTwin.Body("support"));
        Assert.Equal((400, 7005), (taken.Status, taken.Code));
        Assert.Contains("already exists", (string?)taken.Error["message"], StringComparison.Ordinal);
        Assert.Equal(7005, (await _twin.Client.PatchAsync($"{RouteTwin.Routes}/{first["id"]}", new JsonObject { ["name"] = "other" })).Code);
        Assert.Equal(200, (await _twin.Client.PatchAsync($"{RouteTwin.Routes}/{first["id"]}", new JsonObject { ["name"] = "support" })).Status);
    }

    [Fact]
    public async Task A_rename_answers_with_the_route_and_changes_nothing_else()
    {
        JsonNode route = await _twin.AddAsync("support");
        _twin.Time.Advance(TimeSpan.FromMinutes(1));
        JsonNode renamed = (await _twin.Client.PatchAsync($"{RouteTwin.Routes}/{route["id"]}", new JsonObject { ["name"] = "helpdesk" })).Json["route"]!;
        Assert.Equal("helpdesk", (string?)renamed["name"]);
        JsonNode now = await _twin.GetAsync(route);
        Assert.Equal("helpdesk", (string?)now["name"]);
        Assert.NotEqual((string?)route["modified_at"], (string?)now["modified_at"]);
        Assert.Equal((string?)route["created_at"], (string?)now["created_at"]);
        Assert.Equal(route["version"]!.ToJsonString(), now["version"]!.ToJsonString());
    }

    [Theory]
    [InlineData("GET", "")]
    [InlineData("POST", "")]
    [InlineData("GET", "/x")]
    [InlineData("PATCH", "/x")]
    [InlineData("DELETE", "/x")]
    [InlineData("GET", "/x/versions")]
    [InlineData("POST", "/x/versions")]
    [InlineData("GET", "/x/versions/y")]
    [InlineData("GET", "/x/deployments")]
    [InlineData("POST", "/x/deployments")]
    public async Task Missing_gateways_and_missing_routes_have_codes_of_their_own(string method, string path)
    {
        JsonNode? body = method is "POST" or "PATCH" ? RouteTwin.Body("support") : null;
        Answer gateway = await _twin.Client.SendAsync(new HttpMethod(method), Twin.Gateways + "/none/routes" + path, body, EmulatorOptions.DefaultToken);
        Assert.Equal((404, 7002), (gateway.Status, gateway.Code));
        if (path.Length > 0)
        {
            Answer route = await _twin.Client.SendAsync(new HttpMethod(method), RouteTwin.Routes + path, body?.DeepClone(), EmulatorOptions.DefaultToken);
            Assert.Equal((404, 7005), (route.Status, route.Code));
        }
    }

    [Theory]
    [InlineData("""{"name":"x"}""", "body.elements: Required")]
    [InlineData("""{"name":"","elements":[]}""", "body.name: String must contain at least 1 character(s)")]
    [InlineData("""{"name":"x","elements":[{"id":"a","type":"rate_limit","outputs":{}}]}""", "body.elements.0.type: Invalid discriminator value. Expected 'start' | 'conditional' | 'percentage' | 'rate' | 'model' | 'end'")]
    [InlineData("""{"name":"x","elements":[{"id":"a","type":"end"}]}""", "body.elements.0.outputs: Required")]
    [InlineData("""{"name":"x","elements":[{"id":"a","type":"start","outputs":{"next":"b"}}]}""", "body.elements.0.outputs.next: Expected object, received string")]
    [InlineData("""{"name":"x","elements":[{"id":"a","type":"model","properties":{"provider":"p","model":"m","retries":1},"outputs":{"success":{"elementId":"b"}}}]}""", "body.elements.0.properties.timeout: Expected number, received nan")]
    [InlineData("""{"name":"x","elements":[""", "body: Malformed JSON in request body")]
    public async Task A_bad_body_is_refused_with_its_place(string body, string problem)
    {
        Answer answer = await _twin.SendAsync(HttpMethod.Post, OpenApiCheckedClient.Root + RouteTwin.Routes, body, EmulatorOptions.DefaultToken);
        Assert.Equal(400, answer.Status);
        Assert.Equal(problem, Assert.Single(answer.Problems));
    }

    [Theory]
    [InlineData("AI Gateway Read", 200, 403)]
    [InlineData("AI Gateway Write", 200, 200)]
    [InlineData("AI Gateway Run", 403, 403)]
    public async Task Routes_are_read_and_written_with_the_gateways_permissions(string permission, int read, int write)
    {
        _twin.App.AddToken(new EmulatorToken { Value = "t", Permissions = [permission] });
        Assert.Equal(read, (await _twin.Client.GetAsync(RouteTwin.Routes, "t")).Status);
        Assert.Equal(write, (await _twin.Client.PostAsync(RouteTwin.Routes, RouteTwin.Body("support"), "t")).Status);
    }

    [Fact]
    public async Task A_deleted_route_and_a_deleted_gateway_take_everything_along()
    {
        JsonNode route = await _twin.AddAsync("support");
        await _twin.SaveAsync(route, RouteTwin.Graph("other"));
        Answer deleted = await _twin.Client.DeleteAsync($"{RouteTwin.Routes}/{route["id"]}");
        Assert.Equal("support", (string?)deleted.Result["name"]);
        Assert.Equal(404, (await _twin.Client.GetAsync($"{RouteTwin.Routes}/{route["id"]}")).Status);

        await _twin.AddAsync("support");
        await _twin.Client.DeleteAsync(Twin.Gateways + "/g");
        await _twin.CreateAsync(Twin.Body("g"));
        Assert.Empty((await _twin.Client.GetAsync(RouteTwin.Routes)).Json["data"]!["routes"]!.AsArray());
    }
}
