using System;
using System.Net.Http;
using System.Threading.Tasks;
using Xunit;

namespace CloudflareAiGateway.Client.Tests;

public class ErrorTests
{
    [Theory]
    [InlineData(401, 10000, "Authentication error", AiGatewayErrorKind.Unauthorized)]
    [InlineData(401, 1000, "Invalid API Token", AiGatewayErrorKind.Unauthorized)]
    [InlineData(400, 6003, "Invalid request headers", AiGatewayErrorKind.Unauthorized)]
    [InlineData(401, 2009, "Unauthorized", AiGatewayErrorKind.Unauthorized)]
    [InlineData(403, 10000, "Authentication error", AiGatewayErrorKind.Forbidden)]
    [InlineData(403, 9109, "Unauthorized to access requested resource", AiGatewayErrorKind.Forbidden)]
    [InlineData(404, 7002, "Not found", AiGatewayErrorKind.NotFound)]
    [InlineData(400, 7003, "Could not route to /x", AiGatewayErrorKind.NotFound)]
    [InlineData(404, 7005, "Route not found", AiGatewayErrorKind.NotFound)]
    [InlineData(400, 7001, "Required", AiGatewayErrorKind.Rejected)]
    [InlineData(422, 0, "Unprocessable", AiGatewayErrorKind.Rejected)]
    [InlineData(400, 7001, "A gateway with this id already exists", AiGatewayErrorKind.AlreadyExists)]
    [InlineData(409, 7001, "Taken", AiGatewayErrorKind.AlreadyExists)]
    [InlineData(429, 971, "Please wait", AiGatewayErrorKind.RateLimited)]
    [InlineData(503, 7015, "Down", AiGatewayErrorKind.Unavailable)]
    [InlineData(504, 0, "Gateway time-out", AiGatewayErrorKind.Unavailable)]
    public async Task Status_and_code_make_the_kind(int status, int code, string message, AiGatewayErrorKind kind)
    {
        AiGatewayException error = await FailAsync(() => Answers.Fail(status, code, message));
        Assert.Equal(kind, error.Kind);
        Assert.Equal(status, error.StatusCode);
        Assert.Equal("8a1b2c3d4e5f-FRA", error.RayId);
        Assert.Equal("GET", error.Method);
        Assert.Equal("/probe", error.PathTemplate);
        Assert.Equal(code, Assert.Single(error.ApiErrors).Code);
        Assert.Contains(message, error.Message, StringComparison.Ordinal);
        Assert.StartsWith("Could not probe the service: ", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Forbidden_names_the_permission_and_where_to_add_it()
    {
        AiGatewayException error = await FailAsync(() => Answers.Fail(403, 10000, "Authentication error"));
        Assert.Equal("Could not probe the service: the token lacks the permission 'Probe Edit' (10000: Authentication error).", error.Message);
        Assert.Contains("'Probe Edit'", error.RecommendedAction, StringComparison.Ordinal);
        Assert.Contains("My Profile > API Tokens", error.RecommendedAction, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Rejected_names_the_field()
    {
        AiGatewayException error = await FailAsync(() => Answers.Json(
            400, """{"success":false,"errors":[{"code":7001,"message":"Expected number, received nan","path":["body","spend_limits","rules",0,"limit"]}]}"""));
        Assert.Equal("Correct 'spend_limits.rules.0.limit'.", error.RecommendedAction);
        Assert.Equal(["body", "spend_limits", "rules", "0", "limit"], error.ApiErrors[0].Path);
    }

    [Fact]
    public async Task A_wrong_account_id_is_advised()
    {
        AiGatewayException error = await FailAsync(() => Answers.Fail(404, 7003, "Could not route to /x, perhaps your object identifier is invalid?"));
        Assert.Contains("account id", error.RecommendedAction, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"success":false,"error":[{"code":2009,"message":"Unauthorized"}]}""", 2009, "Unauthorized")]
    [InlineData("""{"success":false,"error":{"message":"Access denied by policy"}}""", null, "Access denied by policy")]
    [InlineData("""{"success":false,"result":[],"error":[{"code":"2001","message":"x"}],"name":"AiGatewayError"}""", 2001, "x")]
    [InlineData("""{"name":"AiGatewayError","internalCode":2009,"message":"Unauthorized"}""", 2009, "Unauthorized")]
    [InlineData("""{"errors":["just text"]}""", null, "just text")]
    [InlineData("""{"error":"just text"}""", null, "just text")]
    [InlineData("""{"errors":[{"code":6003,"message":"Invalid request headers","error_chain":[{"code":6111,"message":"Invalid format"}]}]}""", 6003, "Invalid request headers")]
    public async Task Every_envelope_is_read(string body, int? code, string message)
    {
        AiGatewayException error = await FailAsync(() => Answers.Json(401, body));
        Assert.Equal(code, error.ApiErrors[0].Code);
        Assert.Equal(message, error.ApiErrors[0].Message);
    }

    [Theory]
    [InlineData("[]")]
    [InlineData("null")]
    [InlineData("3")]
    [InlineData("""{"errors":null}""")]
    [InlineData("""{"errors":[null, 3, []]}""")]
    [InlineData("""{"errors":{"a":1},"error":[]}""")]
    [InlineData("""{"errors":[{"co""")]
    [InlineData("")]
    public async Task Unknown_shapes_still_make_an_error(string body)
    {
        AiGatewayException error = await FailAsync(() => Answers.Json(418, body));
        Assert.Equal(418, error.StatusCode);
        Assert.StartsWith("Could not probe the service: ", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Html_is_unexpected_and_shown_in_part()
    {
        AiGatewayException error = await FailAsync(() => Answers.Html(400));
        Assert.Equal(AiGatewayErrorKind.UnexpectedResponse, error.Kind);
        Assert.Contains("Please sign in", error.Message, StringComparison.Ordinal);
        Assert.Contains("proxy", error.RecommendedAction, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Html_under_a_success_is_unexpected()
    {
        var bench = new Bench();
        bench.Service.Then(() => Answers.Html(200));
        AiGatewayException error = await bench.FailAsync(bench.Client.Gateways.GetAsync(Bench.Account, "prod", bench.Call));
        Assert.Equal(AiGatewayErrorKind.UnexpectedResponse, error.Kind);
        Assert.Equal(200, error.StatusCode);
        Assert.Single(bench.Service.Sent);
    }

    [Fact]
    public async Task A_long_body_is_shown_to_200_characters()
    {
        AiGatewayException error = await FailAsync(() => new HttpResponseMessage(System.Net.HttpStatusCode.BadRequest) { Content = new StringContent(new string('x', 5000)) });
        Assert.Equal(200, error.Message.Split('x').Length - 1);
    }

    [Theory]
    [InlineData("")]
    [InlineData("{}")]
    [InlineData("null")]
    [InlineData("""{"success":true}""")]
    [InlineData("""{"success":true,"result":null}""")]
    [InlineData("""{"success":true,"result":[]}""")]
    [InlineData("""{"success":true,"result":{"id":"a","id":]}}""")]
    public async Task A_success_without_a_result_is_unexpected(string body)
    {
        var bench = new Bench();
        bench.Service.Then(() => Answers.Json(200, body));
        AiGatewayException error = await bench.FailAsync(bench.Client.Gateways.GetAsync(Bench.Account, "prod", bench.Call));
        Assert.Equal(AiGatewayErrorKind.UnexpectedResponse, error.Kind);
    }

    [Fact]
    public async Task Success_false_under_200_is_a_failure()
    {
        const string Body = """{"success":false,"errors":[{"code":7001,"message":"Required","path":["body","cache_ttl"]}],"result":{}}""";
        var bench = new Bench();
        bench.Service.Then(() => Answers.Json(200, Body));
        Assert.Equal(AiGatewayErrorKind.Rejected, (await bench.FailAsync(bench.Client.Gateways.GetAsync(Bench.Account, "prod", bench.Call))).Kind);
        Assert.Equal(AiGatewayErrorKind.Rejected, (await bench.FailAsync(bench.Client.Gateways.ListAsync(Bench.Account, null, 1, 20, bench.Call))).Kind);
        AiGatewayException error = await Assert.ThrowsAsync<AiGatewayException>(() => bench.Client.Gateways.DeleteAsync(Bench.Account, "prod", bench.Call));
        Assert.Equal(AiGatewayErrorKind.Rejected, error.Kind);
    }

    [Theory]
    [InlineData(301)]
    [InlineData(302)]
    [InlineData(307)]
    [InlineData(308)]
    public async Task A_redirect_is_an_error_that_says_so(int status)
    {
        AiGatewayException error = await FailAsync(() => Answers.Json(status, string.Empty, ("Location", "https://elsewhere.example/")));
        Assert.Equal(AiGatewayErrorKind.UnexpectedResponse, error.Kind);
        Assert.Contains("redirect", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_broken_network_keeps_its_cause()
    {
        var bench = new Bench(retries: 0);
        bench.Service.ThenThrow(Answers.Refused);
        AiGatewayException error = await bench.FailAsync(bench.Transport.SendAsync(Bench.Request(), bench.Call));
        Assert.Equal(AiGatewayErrorKind.Network, error.Kind);
        Assert.IsType<HttpRequestException>(error.InnerException);
        Assert.Equal("Could not probe the service: api.cloudflare.com could not be reached.", error.Message);
    }

    [Fact]
    public async Task Without_a_token_nothing_is_sent()
    {
        var handler = new ScriptedHandler();
        IAiGatewayClient client = new ClientFactory().Create(new ConnectionOptions(), handler);
        AiGatewayException error = await Assert.ThrowsAsync<AiGatewayException>(
            () => client.Gateways.GetAsync(Bench.Account, "prod", new CallContext(new RecordingSink(), default)));
        Assert.Equal(AiGatewayErrorKind.NotConnected, error.Kind);
        Assert.Empty(handler.Sent);
    }

    private static async Task<AiGatewayException> FailAsync(Func<HttpResponseMessage> answer)
    {
        var bench = new Bench(retries: 0);
        bench.Service.Then(answer);
        return await bench.FailAsync(bench.Transport.SendAsync(Bench.Request(), bench.Call));
    }
}
