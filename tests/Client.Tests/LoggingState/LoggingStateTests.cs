using System.Linq;
using System.Threading.Tasks;
using Xunit;

namespace CloudflareAiGateway.Client.Tests;

public class LoggingStateTests
{
    [Theory]
    [InlineData("""{"workers_observability":true}""", LoggingPlatform.WorkersObservability, null)]
    [InlineData("""{"workers_observability":0}""", LoggingPlatform.Gateway, null)]
    [InlineData("""{"workers_observability":"true","migration_available":"false"}""", LoggingPlatform.WorkersObservability, false)]
    [InlineData("""{"workers_observability":{"enabled":false},"migration":{"available":1}}""", LoggingPlatform.Gateway, true)]
    [InlineData("""{"platform":"workers_observability","can_migrate":false}""", LoggingPlatform.WorkersObservability, false)]
    [InlineData("""{"logging_platform":"legacy","migration_target":"workers_observability","migration_available":true}""", LoggingPlatform.Gateway, true)]
    [InlineData("""{"state":"ai-gateway"}""", LoggingPlatform.Gateway, null)]
    [InlineData("\"workers-observability\"", LoggingPlatform.WorkersObservability, null)]
    [InlineData("""{"platform":"moon"}""", LoggingPlatform.Unknown, null)]
    [InlineData("{}", LoggingPlatform.Unknown, null)]
    public async Task Every_likely_shape_is_read(string result, LoggingPlatform platform, bool? canMigrate)
    {
        var bench = new Bench();
        bench.Service.Then(() => Answers.Ok(result));
        AiGatewayLoggingState state = await bench.Client.LoggingState.GetAsync(Bench.Account, bench.Call);
        Assert.Equal((Bench.Account, platform, canMigrate), (state.AccountId, state.Platform, state.CanMigrate));
        bool? moved = await bench.Client.Logs.UsesNewLogSystemAsync(Bench.Account, bench.Call);
        Assert.Equal(platform switch { LoggingPlatform.WorkersObservability => true, LoggingPlatform.Gateway => false, _ => null }, moved);
    }

    [Fact]
    public async Task The_answer_is_kept_as_it_came()
    {
        var bench = new Bench();
        bench.Service.Then(() => Answers.Ok("""{"workers_observability":false,"since":5}"""));
        AiGatewayLoggingState state = await bench.Client.LoggingState.GetAsync(Bench.Account, bench.Call);
        Assert.Equal(5L, state.AdditionalProperties["since"]);
        Assert.Equal(false, state.AdditionalProperties["workers_observability"]);
    }

    [Theory]
    [InlineData("""{"success":true,"result":null}""")]
    [InlineData("[1]")]
    [InlineData("<html>")]
    public async Task What_is_no_answer_is_said_so(string body)
    {
        var bench = new Bench();
        bench.Service.Then(() => Answers.Json(200, body));
        AiGatewayException failure = await bench.FailAsync(bench.Client.LoggingState.GetAsync(Bench.Account, bench.Call));
        Assert.Equal(AiGatewayErrorKind.UnexpectedResponse, failure.Kind);
    }

    [Fact]
    public async Task A_move_has_no_body_and_is_repeated()
    {
        var bench = new Bench();
        bench.Service.Then(() => Answers.Fail(503, 7015, "temporarily unavailable")).Then(() => Answers.Ok("""{"workers_observability":true}"""));
        AiGatewayLoggingState state = await bench.RunAsync(bench.Client.LoggingState.MoveAsync(Bench.Account, bench.Call));
        Assert.Equal(LoggingPlatform.WorkersObservability, state.Platform);
        Assert.Equal(["PATCH", "PATCH"], bench.Service.Sent.Select(sent => sent.Method));
        Assert.All(bench.Service.Sent, sent => Assert.True(string.IsNullOrEmpty(sent.Body)));
    }

    [Theory]
    [InlineData("""{"workers_observability":true}""")]
    [InlineData("{}")]
    public async Task There_already_is_success_and_said(string state)
    {
        var bench = new Bench();
        bench.Service.Then(() => Answers.Fail(409, 7001, "Already migrated")).Then(() => Answers.Ok(state));
        Assert.Equal(LoggingPlatform.WorkersObservability, (await bench.Client.LoggingState.MoveAsync(Bench.Account, bench.Call)).Platform);
        Assert.Contains("already", string.Join('\n', bench.Sink.Of(DiagnosticKind.Verbose)), System.StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_conflict_with_the_logs_still_here_is_no_success()
    {
        var bench = new Bench();
        bench.Service.Then(() => Answers.Fail(409, 7001, "Migration in progress")).Then(() => Answers.Ok("""{"workers_observability":false}"""));
        AiGatewayException failure = await bench.FailAsync(bench.Client.LoggingState.MoveAsync(Bench.Account, bench.Call));
        Assert.Equal(AiGatewayErrorKind.Conflict, failure.Kind);
        Assert.Contains("Migration in progress", failure.Message, System.StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_service_that_stays_unavailable_gets_advice(bool moves)
    {
        var bench = new Bench(retries: 1);
        bench.Service.Then(() => Answers.Fail(503, 7015, "temporarily unavailable"));
        AiGatewayException failure = await bench.FailAsync(
            moves ? bench.Client.LoggingState.MoveAsync(Bench.Account, bench.Call) : bench.Client.LoggingState.GetAsync(Bench.Account, bench.Call));
        Assert.Equal((AiGatewayErrorKind.Unavailable, 503), (failure.Kind, failure.StatusCode));
        Assert.Contains("Try again later", failure.RecommendedAction, System.StringComparison.Ordinal);
        Assert.NotNull(failure.RayId);
    }
}
