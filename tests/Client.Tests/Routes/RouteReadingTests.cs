using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using Xunit;

namespace CloudflareAiGateway.Client.Tests;

/// <summary>Routes, versions and deployments in every shape that was documented or seen.</summary>
public class RouteReadingTests
{
    private const string Base = "/client/v4/accounts/" + Bench.Account + "/ai-gateway/gateways/prod/routes";

    private static readonly RouteScope s_scope = new(Bench.Account, "prod");
    private static readonly AiGatewayRoute s_route = new() { Id = "r1", Name = "support" };

    private static readonly string s_documented = Route($$"""
        "elements":{{Graphs.Simple}},"deployment":{"deployment_id":"d1","version_id":"v1","created_at":"2026-10-01T08:00:00.000Z"},
        "version":{"version_id":"v1","active":"true","created_at":"2026-10-01T08:00:00.000Z","data":{{Graphs.AsText(Graphs.Simple)}},"is_valid":true}
        """);

    private static readonly string s_live = Route($$"""
        "deployment":{"deployment_id":"d1","version_id":"v1","created_at":1790841600000},"version":{"version_id":"v1","active":true,"data":{{Graphs.Simple}},"is_valid":1}
        """);

    public static TheoryData<string> Routes =>
    [
        s_documented,
        s_live,
        Route($"\"elements\":{Graphs.Simple},\"version\":{{\"version_id\":\"v1\",\"active\":1,\"data\":\"cut\"}},\"deployment\":{{\"deployment_id\":\"d1\",\"version_id\":\"v1\"}}"),
        Route($"\"elements\":null,\"version\":{{\"version_id\":\"v1\",\"active\":\"1\",\"elements\":{Graphs.Simple}}},\"deployment\":[]"),
        Route($"\"elements\":[],\"version\":{{\"version_id\":\"v1\",\"data\":{Graphs.Simple}}}"),
    ];

    [Theory]
    [MemberData(nameof(Routes))]
    public async Task A_route_is_read_in_every_shape(string document)
    {
        var bench = new Bench();
        bench.Service.Then(() => Answers.Ok(document));
        AiGatewayRoute route = await bench.Client.Routes.GetAsync(s_scope, "r1", bench.Call);
        Assert.Equal(("r1", "support", "dynamic/support", "v1"), (route.Id, route.Name, route.Model, route.DeployedVersionId));
        Assert.Equal((Bench.Account, "prod"), (route.AccountId, route.GatewayId));
        Assert.Equal(["start", "m", "end"], route.Elements!.Select(e => e.Id));
        Assert.Equal("gpt-4o-mini", route.Elements![1].Model);
        Assert.Equal(Base + "/r1", Assert.Single(bench.Service.Sent).Address.AbsolutePath);
    }

    [Fact]
    public async Task Details_and_members_that_nobody_knows_are_kept()
    {
        var bench = new Bench();
        bench.Service.Then(() => Answers.Ok(s_documented.Replace("\"name\"", "\"brand_new\":{\"a\":1},\"name\"", StringComparison.Ordinal))).Then(() => Answers.Ok(s_live));
        AiGatewayRoute route = await bench.Client.Routes.GetAsync(s_scope, "r1", bench.Call);
        Assert.Equal(("d1", true), (route.DeploymentId, route.IsValid));
        Assert.Equal(new DateTimeOffset(2026, 10, 1, 8, 0, 0, TimeSpan.Zero), route.DeployedAt);
        Assert.Equal(1L, ((IDictionary<string, object?>)route.AdditionalProperties["brand_new"]!)["a"]);
        AiGatewayRoute live = await bench.Client.Routes.GetAsync(s_scope, "r1", bench.Call);
        Assert.Equal((true, new DateTimeOffset(2026, 10, 1, 8, 0, 0, TimeSpan.Zero)), (live.IsValid, live.DeployedAt));
    }

    [Fact]
    public async Task A_graph_that_the_route_lacks_is_read_from_its_version()
    {
        var bench = new Bench();
        bench.Service.Then(() => Answers.Ok(Route("\"deployment\":{\"version_id\":\"v1\"}"))).Then(() => Answers.Ok($"{{\"id\":\"r1\",\"version_id\":\"v1\",\"data\":{Graphs.Simple}}}"));
        AiGatewayRoute route = await bench.Client.Routes.GetAsync(s_scope, "r1", bench.Call);
        Assert.Equal(3, route.Elements!.Length);
        Assert.Equal(["/r1", "/r1/versions/v1"], bench.Service.Sent.Select(s => s.Address.AbsolutePath[Base.Length..]));
    }

    [Theory]
    [InlineData("""{"success":true,"data":{"order_by":"created_at","order_by_direction":"desc","page":1,"per_page":50,"routes":[ROUTE]}}""")]
    [InlineData("""{"success":true,"result":[ROUTE],"result_info":{"page":1,"per_page":50,"total_count":1}}""")]
    [InlineData("""{"success":true,"result":{"routes":[ROUTE]}}""")]
    [InlineData("""{"success":true,"data":[ROUTE]}""")]
    [InlineData("""{"routes":[ROUTE]}""")]
    public async Task A_list_is_read_in_every_envelope(string body)
    {
        var bench = new Bench();
        bench.Service.Then(() => Answers.Json(200, body.Replace("ROUTE", Route("\"version\":{\"version_id\":\"v1\",\"active\":true}"), StringComparison.Ordinal)));
        ResultPage<AiGatewayRoute> page = await bench.Client.Routes.ListAsync(s_scope, 1, bench.Call);
        AiGatewayRoute route = Assert.Single(page.Items);
        Assert.Null(route.Elements);
        Assert.Equal("v1", route.DeployedVersionId);
        Assert.True(page.IsLast);
        Assert.Equal("?page=1&per_page=50", bench.Service.Sent[0].Address.Query);
    }

    [Theory]
    [InlineData("""{"success":true,"result":{}}""")]
    [InlineData("""{"success":true,"data":{"routes":{}}}""")]
    [InlineData("""{"success":true,"data":{"routes":[5]}}""")]
    [InlineData("<html>")]
    [InlineData("")]
    [InlineData("[]")]
    public async Task A_list_that_is_none_is_unexpected(string body)
    {
        var bench = new Bench(retries: 0);
        bench.Service.Then(() => Answers.Json(200, body));
        AiGatewayException error = await Assert.ThrowsAsync<AiGatewayException>(() => bench.Client.Routes.ListAsync(s_scope, 1, bench.Call));
        Assert.Equal(AiGatewayErrorKind.UnexpectedResponse, error.Kind);
    }

    [Fact]
    public async Task A_name_is_looked_for_on_every_page_and_read_again_where_the_list_has_no_graph()
    {
        var bench = new Bench();
        string first = string.Join(",", Enumerable.Range(0, 50).Select(i => $$"""{"id":"x{{i}}","name":"x{{i}}"}"""));
        bench.Service
            .Then(() => Answers.Json(200, "{\"success\":true,\"data\":{\"per_page\":50,\"routes\":[" + first + "]}}"))
            .Then(() => Answers.Json(200, """{"success":true,"data":{"per_page":50,"routes":[{"id":"r1","name":"support"}]}}"""))
            .Then(() => Answers.Ok(s_live));
        AiGatewayRoute route = await bench.Client.Routes.FindAsync(s_scope, "support", withElements: true, bench.Call);
        Assert.Equal(3, route.Elements!.Length);
        Assert.Equal(["?page=1&per_page=50", "?page=2&per_page=50", string.Empty], bench.Service.Sent.Select(s => s.Address.Query));
    }

    [Fact]
    public async Task A_service_that_knows_no_pages_is_not_asked_for_ever()
    {
        var bench = new Bench();
        string all = string.Join(",", Enumerable.Range(0, 50).Select(i => $$"""{"id":"x{{i}}","name":"route-{{i}}"}"""));
        bench.Service.Then(() => Answers.Json(200, "{\"success\":true,\"data\":{\"routes\":[" + all + "]}}"));
        AiGatewayException error = await Assert.ThrowsAsync<AiGatewayException>(() => bench.Client.Routes.FindAsync(s_scope, "Route-7", withElements: true, bench.Call));
        Assert.Equal((AiGatewayErrorKind.NotFound, null), (error.Kind, error.Resource));
        Assert.Equal("Gateway 'prod' has no route 'Route-7'.", error.Message);
        Assert.Contains("Did you mean 'route-7'?", error.RecommendedAction, StringComparison.Ordinal);
        Assert.Equal(2, bench.Service.Sent.Count);
    }

    [Theory]
    [InlineData("""{"success":true,"data":{"per_page":20,"versions":[OLD,NEW]}}""")]
    [InlineData("""{"success":true,"result":[NEW,OLD]}""")]
    public async Task Versions_come_newest_first_whatever_the_order(string body)
    {
        var bench = new Bench();
        bench.Service.Then(() => Answers.Json(200, body
            .Replace("OLD", $$"""{"version_id":"v1","active":"true","created_at":"2026-10-01T08:00:00Z","data":{{Graphs.AsText(Graphs.Simple)}}}""", StringComparison.Ordinal)
            .Replace("NEW", """{"version_id":"v2","active":0,"created_at":"2026-10-02T08:00:00Z","is_valid":false}""", StringComparison.Ordinal)));
        IReadOnlyList<AiGatewayRouteVersion> versions = await bench.Client.Routes.ListVersionsAsync(s_scope, s_route, bench.Call);
        Assert.Equal(["v2", "v1"], versions.Select(v => v.VersionId));
        Assert.Equal((false, false, null), (versions[0].Active, versions[0].IsValid, versions[0].Elements));
        Assert.Equal((true, null, 3), (versions[1].Active, versions[1].IsValid, versions[1].Elements!.Length));
        Assert.Equal(("r1", "support", "prod"), (versions[0].RouteId, versions[0].RouteName, versions[0].GatewayId));
        Assert.Empty(bench.Service.Sent[0].Address.Query);
    }

    [Fact]
    public async Task A_list_without_paging_that_has_pages_after_all_is_read_to_its_end()
    {
        var bench = new Bench();
        bench.Service
            .Then(() => Answers.Json(200, """{"data":{"per_page":2,"deployments":[{"deployment_id":"d3","version_id":"v2"},{"deployment_id":"d2","version_id":"v1"}]}}"""))
            .Then(() => Answers.Json(200, """{"data":{"per_page":2,"deployments":[{"deployment_id":"d1","version_id":"v1"}]}}"""));
        IReadOnlyList<AiGatewayRouteDeployment> deployments = await bench.Client.Routes.ListDeploymentsAsync(s_scope, s_route, bench.Call);
        Assert.Equal(["d3", "d2", "d1"], deployments.Select(d => d.DeploymentId));
        Assert.Equal([true, false, false], deployments.Select(d => d.IsCurrent));
        Assert.Equal([string.Empty, "?page=2"], bench.Service.Sent.Select(s => s.Address.Query));
    }

    [Theory]
    [InlineData(404, 7002, "Gateway")]
    [InlineData(200, 7002, "Gateway")]
    [InlineData(404, 7005, null)]
    public async Task What_is_missing_is_named(int status, int code, string? resource)
    {
        var bench = new Bench();
        bench.Service.Then(() => Answers.Fail(status, code, code == 7002 ? "Not Found" : "Route not found"));
        AiGatewayException error = await Assert.ThrowsAsync<AiGatewayException>(() => bench.Client.Routes.GetAsync(s_scope, "r1", bench.Call));
        Assert.Equal((AiGatewayErrorKind.NotFound, resource), (error.Kind, error.Resource));
        Assert.Contains(code == 7002 ? "Get-AiGateway lists" : "Get-AiGatewayRoute lists", error.RecommendedAction, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(7002, "Gateway", "Could not read version 'v9' of route 'support'")]
    [InlineData(7003, null, "Could not read version 'v9' of route 'support'")]
    [InlineData(7005, "RouteVersion", "Route 'support' of gateway 'prod' has no version 'v9'.")]
    public async Task A_missing_version_is_named_by_its_route(int code, string? resource, string says)
    {
        var bench = new Bench();
        bench.Service.Then(() => Answers.Fail(404, code));
        AiGatewayException error = await Assert.ThrowsAsync<AiGatewayException>(() => bench.Client.Routes.GetVersionAsync(s_scope, s_route, "v9", bench.Call));
        Assert.Equal((resource, 404), (error.Resource, error.StatusCode));
        Assert.StartsWith(says, error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("[{\"id\": \"a\"}", "line 1, column 13")]
    [InlineData("[\n  {\"id\" 5}\n]", "line 2, column 9: '5' is invalid after a property name")]
    [InlineData("[\n  {\"näme\" 5}\n]", "line 2, column 11")]
    [InlineData("{'id':1}", "line 1, column 2")]
    public void A_text_that_is_no_JSON_says_where(string text, string says)
    {
        AiGatewayException error = Assert.Throws<AiGatewayException>(() => new Bench().Client.Routes.ReadJson(text));
        Assert.Equal(AiGatewayErrorKind.Rejected, error.Kind);
        Assert.Contains(says, error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("BytePosition", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Comments_and_trailing_commas_as_in_the_documentation_are_let_through() =>
        Assert.Equal([1L], (object?[])new Bench().Client.Routes.ReadJson("[ 1, // one\n ]")!);

    private static string Route(string members) =>
        "{\"id\":\"r1\",\"name\":\"support\",\"gateway_id\":\"prod\",\"created_at\":\"2026-09-15T10:20:30.000Z\",\"modified_at\":\"2026-10-01T08:00:00.000Z\"," + members + "}";
}
