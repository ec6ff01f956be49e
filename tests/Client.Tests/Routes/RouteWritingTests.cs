using System;
using System.Linq;
using System.Net.Http;
using System.Text.Json.Nodes;
using System.Threading.Tasks;
using Xunit;

namespace CloudflareAiGateway.Client.Tests;

/// <summary>Creating, changing and deploying: each step once, and completed when it broke off.</summary>
public class RouteWritingTests
{
    private static readonly RouteScope s_scope = new(Bench.Account, "prod");
    private static readonly AiGatewayRouteElement[] s_graph = Graphs.Read(Graphs.Simple);
    private static readonly AiGatewayRouteElement[] s_changed = Graphs.Read(Graphs.With("gpt-4.1"));

    private static AiGatewayRoute Current => new() { Id = "r1", Name = "support", AccountId = Bench.Account, GatewayId = "prod", Elements = s_graph, DeployedVersionId = "v1" };

    [Fact]
    public async Task A_create_sends_name_and_graph_in_the_current_form()
    {
        var bench = new Bench();
        bench.Service.Then(() => Answers.Ok(Route("v1", Graphs.Simple)));
        AiGatewayRoute route = await bench.Client.Routes.CreateAsync(s_scope, "support", Graphs.Read("""[START,{"id":"m","type":"model","provider":"openai","model":"gpt-4o-mini","timeout":30000,"outputs":{"success":"end","fallback":"end"}},END]"""), bench.Call);
        Assert.Equal("v1", route.DeployedVersionId);
        SentRequest sent = Assert.Single(bench.Service.Sent);
        Assert.Equal("POST", sent.Method);
        Assert.True(JsonNode.DeepEquals(JsonNode.Parse($$"""{"name":"support","elements":{{Graphs.Simple}}}"""), JsonNode.Parse(sent.Body!)), sent.Body);
    }

    [Theory]
    [InlineData(400, "A route with this name already exists")]
    [InlineData(404, "Route already exists")]
    [InlineData(409, "Taken")]
    [InlineData(500, "D1_ERROR: UNIQUE constraint failed: routes.name")]
    public async Task A_taken_name_exists_already_whatever_the_status(int status, string message)
    {
        var bench = new Bench();
        bench.Service.Then(() => Answers.Fail(status, 7005, message));
        AiGatewayException error = await Assert.ThrowsAsync<AiGatewayException>(() => bench.Client.Routes.CreateAsync(s_scope, "support", s_graph, bench.Call));
        Assert.Equal(AiGatewayErrorKind.AlreadyExists, error.Kind);
        Assert.Single(bench.Service.Sent);
    }

    [Fact]
    public async Task A_create_whose_answer_was_lost_is_read_back()
    {
        var bench = new Bench();
        bench.Service.ThenThrow(Answers.Broken).Then(() => List()).Then(() => Answers.Ok(Route("v1", Graphs.Simple)));
        Assert.Equal("r1", (await bench.Client.Routes.CreateAsync(s_scope, "support", s_graph, bench.Call)).Id);
        Assert.Equal(["POST", "GET", "GET"], bench.Service.Sent.Select(s => s.Method));
    }

    [Fact]
    public async Task A_create_that_never_arrived_is_sent_again_and_another_ones_route_is_a_conflict()
    {
        var bench = new Bench();
        bench.Service.Then(() => Answers.Fail(504)).Then(() => Answers.Json(200, """{"success":true,"data":{"routes":[]}}""")).Then(() => Answers.Ok(Route("v1", Graphs.Simple)));
        await bench.Client.Routes.CreateAsync(s_scope, "support", s_graph, bench.Call);
        Assert.Equal(["POST", "GET", "POST"], bench.Service.Sent.Select(s => s.Method));

        bench = new Bench();
        bench.Service.ThenThrow(Answers.Broken).Then(() => List()).Then(() => Answers.Ok(Route("v1", Graphs.With("other"))));
        Assert.Equal(AiGatewayErrorKind.Conflict, (await Assert.ThrowsAsync<AiGatewayException>(() => bench.Client.Routes.CreateAsync(s_scope, "support", s_graph, bench.Call))).Kind);
    }

    [Fact]
    public async Task The_same_graph_is_no_change_and_costs_no_call()
    {
        var bench = new Bench();
        RouteUpdatePlan plan = await bench.Client.Routes.PlanUpdateAsync(s_scope, Current, new RouteWish { Name = "support", Elements = s_graph, Publish = true }, bench.Call);
        Assert.False(plan.HasChanges);
        Assert.Empty(bench.Service.Sent);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_changed_graph_becomes_a_version_which_is_deployed_when_asked(bool publish)
    {
        var bench = new Bench();
        bench.Service
            .Then(() => Versions(("v1", Graphs.Simple)))
            .Then(() => Answers.Ok("{\"id\":\"r1\",\"name\":\"support\",\"version_id\":\"v2\"}"))
            .Then(() => Answers.Ok("{\"id\":\"r1\"}"))
            .Then(() => Answers.Ok(Route("v2", Graphs.With("gpt-4.1"))));
        RouteUpdatePlan plan = await bench.Client.Routes.PlanUpdateAsync(s_scope, Current, new RouteWish { Elements = s_changed, Publish = publish }, bench.Call);
        Assert.Equal("m.Model: gpt-4o-mini → gpt-4.1", Assert.Single(plan.Differences).ToString());
        Assert.Equal((true, publish), (plan.MakesVersion, plan.Deploys));
        AiGatewayRoute route = await bench.Client.Routes.ApplyUpdateAsync(s_scope, plan, bench.Call);
        Assert.Equal(publish ? "v2" : "v1", route.DeployedVersionId);
        string[] expected = publish ? ["GET /versions", "POST /versions", "POST /deployments", "GET "] : ["GET /versions", "POST /versions"];
        Assert.Equal(expected, bench.Service.Sent.Select(Shown));
        Assert.True(JsonNode.DeepEquals(JsonNode.Parse($$"""{"elements":{{Graphs.With("gpt-4.1")}}}"""), JsonNode.Parse(bench.Service.Sent[1].Body!)));
        if (publish)
        {
            Assert.Equal("""{"version_id":"v2"}""", bench.Service.Sent[2].Body);
        }
    }

    [Theory]
    [InlineData(true, true, false, true)]
    [InlineData(false, false, false, false)]
    public async Task A_version_that_a_broken_run_left_is_used(bool publish, bool hasChanges, bool makes, bool deploys)
    {
        var bench = new Bench();
        bench.Service
            .Then(() => Answers.Json(200, """{"success":true,"data":{"versions":[{"version_id":"v2","active":"false","created_at":"2026-10-02T08:00:00Z"},{"version_id":"v1","active":"true","created_at":"2026-10-01T08:00:00Z"}]}}"""))
            .Then(() => Answers.Ok($$"""{"version_id":"v2","data":{{Graphs.AsText(Graphs.With("gpt-4.1"))}}}"""));
        RouteUpdatePlan plan = await bench.Client.Routes.PlanUpdateAsync(s_scope, Current, new RouteWish { Elements = s_changed, Publish = publish }, bench.Call);
        Assert.Equal("v2", plan.ExistingVersionId);
        Assert.Equal((hasChanges, makes, deploys), (plan.HasChanges, plan.MakesVersion, plan.Deploys));
    }

    [Fact]
    public async Task A_version_with_another_graph_is_not()
    {
        var bench = new Bench();
        bench.Service.Then(() => Versions(("v3", Graphs.With("other")), ("v2", Graphs.With("gpt-4.1")), ("v1", Graphs.Simple)));
        RouteUpdatePlan plan = await bench.Client.Routes.PlanUpdateAsync(s_scope, Current, new RouteWish { Elements = s_changed, Publish = true }, bench.Call);
        Assert.True(plan.MakesVersion);
    }

    [Fact]
    public async Task A_version_whose_answer_was_lost_is_found_by_its_graph()
    {
        var bench = new Bench();
        bench.Service
            .Then(() => Versions(("v1", Graphs.Simple)))
            .Then(() => Answers.Fail(502))
            .Then(() => Versions(("v2", Graphs.With("gpt-4.1")), ("v1", Graphs.Simple)));
        RouteUpdatePlan plan = await bench.Client.Routes.PlanUpdateAsync(s_scope, Current, new RouteWish { Elements = s_changed }, bench.Call);
        await bench.Client.Routes.ApplyUpdateAsync(s_scope, plan, bench.Call);
        Assert.Equal(["GET /versions", "POST /versions", "GET /versions"], bench.Service.Sent.Select(Shown));
        Assert.Contains(bench.Sink.All, t => t.Contains("Version v2 of route 'support' was saved", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_version_that_never_arrived_is_sent_again()
    {
        var bench = new Bench();
        bench.Service
            .Then(() => Versions(("v1", Graphs.Simple)))
            .ThenThrow(Answers.Broken)
            .Then(() => Versions(("v1", Graphs.Simple)))
            .Then(() => Answers.Ok("{\"version_id\":\"v2\"}"));
        RouteUpdatePlan plan = await bench.Client.Routes.PlanUpdateAsync(s_scope, Current, new RouteWish { Elements = s_changed }, bench.Call);
        await bench.Client.Routes.ApplyUpdateAsync(s_scope, plan, bench.Call);
        Assert.Equal(2, bench.Service.Sent.Count(s => s.Method == "POST"));
    }

    [Fact]
    public async Task An_answer_that_does_not_name_the_version_is_made_up_for_by_the_list()
    {
        var bench = new Bench();
        bench.Service
            .Then(() => Versions(("v1", Graphs.Simple)))
            .Then(() => Answers.Ok("{\"id\":\"r1\",\"name\":\"support\"}"))
            .Then(() => Versions(("v2", Graphs.With("gpt-4.1")), ("v1", Graphs.Simple)))
            .Then(() => Answers.Ok("{}"))
            .Then(() => Answers.Ok(Route("v2", Graphs.With("gpt-4.1"))));
        RouteUpdatePlan plan = await bench.Client.Routes.PlanUpdateAsync(s_scope, Current, new RouteWish { Elements = s_changed, Publish = true }, bench.Call);
        Assert.Equal("v2", (await bench.Client.Routes.ApplyUpdateAsync(s_scope, plan, bench.Call)).DeployedVersionId);
    }

    [Fact]
    public async Task When_a_later_step_fails_the_error_says_what_was_done()
    {
        var bench = new Bench();
        bench.Service
            .Then(() => Versions(("v1", Graphs.Simple)))
            .Then(() => Answers.Json(200, """{"success":true,"route":{"id":"r1","name":"helpdesk"}}"""))
            .Then(() => Answers.Ok("{\"version_id\":\"v2\"}"))
            .Then(() => Answers.Fail(400, 7001, "No"));
        RouteUpdatePlan plan = await bench.Client.Routes.PlanUpdateAsync(s_scope, Current, new RouteWish { Name = "helpdesk", Elements = s_changed, Publish = true }, bench.Call);
        AiGatewayException error = await Assert.ThrowsAsync<AiGatewayException>(() => bench.Client.Routes.ApplyUpdateAsync(s_scope, plan, bench.Call));
        Assert.Equal((AiGatewayErrorKind.Rejected, 400), (error.Kind, error.StatusCode));
        Assert.StartsWith("The update of route 'support' is not complete: it was renamed to 'helpdesk' and version v2 was saved, but then: Could not deploy version 'v2'", error.Message, StringComparison.Ordinal);
        Assert.StartsWith("Run the same command again", error.RecommendedAction, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"success":true,"route":{"id":"r1","name":"helpdesk","elements":[]}}""")]
    [InlineData("""{"success":true,"result":{"id":"r1","name":"helpdesk"}}""")]
    [InlineData("""{"success":true,"data":{"route":{"id":"r1"}}}""")]
    public async Task A_rename_is_one_call_and_answers_in_every_envelope(string body)
    {
        var bench = new Bench();
        bench.Service.Then(() => Answers.Json(200, body));
        RouteUpdatePlan plan = await bench.Client.Routes.PlanUpdateAsync(s_scope, Current, new RouteWish { Name = "helpdesk" }, bench.Call);
        AiGatewayRoute route = await bench.Client.Routes.ApplyUpdateAsync(s_scope, plan, bench.Call);
        Assert.Equal(("helpdesk", "dynamic/helpdesk", 3), (route.Name, route.Model, route.Elements!.Length));
        SentRequest sent = Assert.Single(bench.Service.Sent);
        Assert.Equal(("PATCH", """{"name":"helpdesk"}"""), (sent.Method, sent.Body));
    }

    [Fact]
    public async Task A_deployment_that_shows_later_is_waited_for_a_moment()
    {
        var bench = new Bench();
        bench.Service.Then(() => Answers.Ok("{}")).Then(() => Answers.Ok(Route("v1", Graphs.Simple))).Then(() => Answers.Ok(Route("v2", Graphs.Simple)));
        AiGatewayRoute route = await bench.RunAsync(bench.Client.Routes.DeployAsync(s_scope, Current, "v2", bench.Call));
        Assert.Equal("v2", route.DeployedVersionId);
        Assert.Empty(bench.Sink.Of(DiagnosticKind.Warning));

        bench = new Bench();
        bench.Service.Then(() => Answers.Ok("{}")).Then(() => Answers.Ok(Route("v1", Graphs.Simple)));
        Assert.Equal("v1", (await bench.RunAsync(bench.Client.Routes.DeployAsync(s_scope, Current, "v2", bench.Call))).DeployedVersionId);
        Assert.Contains("still shows version 'v1'", Assert.Single(bench.Sink.Of(DiagnosticKind.Warning)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_deployment_whose_answer_was_lost_is_not_made_twice()
    {
        var bench = new Bench();
        bench.Service.ThenThrow(Answers.Broken).Then(() => Answers.Ok(Route("v2", Graphs.Simple)));
        await bench.Client.Routes.DeployAsync(s_scope, Current, "v2", bench.Call);
        Assert.Equal(1, bench.Service.Sent.Count(s => s.Method == "POST"));
    }

    [Fact]
    public async Task A_delete_that_finds_nothing_on_a_retry_has_succeeded()
    {
        var bench = new Bench();
        bench.Service.Then(() => Answers.Fail(502)).Then(() => Answers.Fail(404, 7005, "Route not found"));
        await bench.RunAsync(Delete(bench));

        bench = new Bench();
        bench.Service.Then(() => Answers.Fail(404, 7005, "Route not found"));
        Assert.Equal(AiGatewayErrorKind.NotFound, (await bench.FailAsync(Delete(bench))).Kind);

        static async Task<bool> Delete(Bench bench)
        {
            await bench.Client.Routes.DeleteAsync(s_scope, "r1", bench.Call);
            return true;
        }
    }

    private static HttpResponseMessage List() => Answers.Json(200, """{"success":true,"data":{"routes":[{"id":"r1","name":"support"}]}}""");

    private static HttpResponseMessage Versions(params (string Id, string Graph)[] versions) =>
        Answers.Json(200, "{\"success\":true,\"data\":{\"versions\":[" + string.Join(",", versions.Select(v => $"{{\"version_id\":\"{v.Id}\",\"data\":{v.Graph}}}")) + "]}}");

    private static string Route(string version, string graph) =>
        $$"""{"id":"r1","name":"support","deployment":{"deployment_id":"d","version_id":"{{version}}"},"version":{"version_id":"{{version}}","data":{{graph}}} }""";

    private static string Shown(SentRequest sent) => $"{sent.Method} {sent.Address.AbsolutePath.Split("/r1").Last()}";
}
