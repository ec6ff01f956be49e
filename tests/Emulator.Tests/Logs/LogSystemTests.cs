using System.Text.Json.Nodes;
using System.Threading.Tasks;
using Xunit;

namespace CloudflareAiGateway.Emulator.Tests;

/// <summary>Accounts whose logs are elsewhere, and gateways that are full.</summary>
public sealed class LogSystemTests
{
    [Fact]
    public async Task The_new_log_system_answers_with_nothing_and_no_error()
    {
        using LogTwin twin = await LogTwin.WithRowsAsync("{}");
        twin.App.Behaviour = new EmulatorBehaviour { NewLogSystem = true };
        Assert.True((bool)(await twin.Client.GetAsync(LogTwin.LoggingState)).Result["workers_observability"]!);
        await CheckMovedAsync(twin);
        twin.App.Behaviour = new EmulatorBehaviour();
        Assert.Equal("a", await twin.FindAsync(""));
    }

    [Fact]
    public async Task An_account_moves_for_good()
    {
        using LogTwin twin = await LogTwin.WithRowsAsync("{}");
        Assert.False((bool)(await twin.Client.GetAsync(LogTwin.LoggingState)).Result["workers_observability"]!);
        twin.App.AddToken(new EmulatorToken { Value = "reader", Permissions = [Permission.AiGatewayRead] });
        Assert.Equal(403, (await twin.Client.PatchAsync(LogTwin.LoggingState, null, "reader")).Status);
        Assert.True((bool)(await twin.Client.PatchAsync(LogTwin.LoggingState, null)).Result["workers_observability"]!);
        Assert.True((bool)(await twin.Client.GetAsync(LogTwin.LoggingState)).Result["workers_observability"]!);
        Assert.Equal(409, (await twin.Client.PatchAsync(LogTwin.LoggingState, null)).Status);
        await CheckMovedAsync(twin);
        await twin.App.ResetAsync(TestContext.Current.CancellationToken);
        Assert.False((bool)(await twin.Client.GetAsync(LogTwin.LoggingState)).Result["workers_observability"]!);
    }

    [Fact]
    public async Task A_full_gateway_lets_the_oldest_go()
    {
        using LogTwin twin = await LogTwin.MakeAsync(""","log_management":5,"log_management_strategy":"DELETE_OLDEST" """);
        Assert.Equal(12, await twin.SeedAsync(new LogSeed { Gateway = "g", Count = 12 }));
        Answer before = await twin.ListAsync("");
        Assert.Equal(5, before.Ids.Length);
        await twin.AddAsync("""{"id":"new"}""");
        string[] expected = ["new", .. before.Ids[..4]];
        Assert.Equal(expected, (await twin.ListAsync("")).Ids);
    }

    [Fact]
    public async Task A_full_gateway_may_take_no_more()
    {
        using LogTwin twin = await LogTwin.MakeAsync(""","log_management":5,"log_management_strategy":"STOP_INSERTING" """);
        Assert.Equal(5, await twin.SeedAsync(new LogSeed { Gateway = "g", Count = 12 }));
        string[] before = (await twin.ListAsync("")).Ids;
        Assert.Equal(0, await twin.AddAsync("""{"id":"new"}"""));
        Assert.Equal(before, (await twin.ListAsync("")).Ids);
        await twin.Client.DeleteAsync(LogTwin.Logs + "?limit=1");
        Assert.Equal(1, await twin.AddAsync("""{"id":"new"}"""));
    }

    private static async Task CheckMovedAsync(LogTwin twin)
    {
        Answer list = await twin.ListAsync("per_page=7&page=2");
        Assert.Equal("""{"success":true,"result":[],"result_info":{"count":0,"page":2,"per_page":7,"total_count":0}}""", list.Body);
        Assert.Equal(404, (await twin.Client.GetAsync(LogTwin.Logs + "/a")).Status);
        Assert.Equal(404, (await twin.Client.PatchAsync(LogTwin.Logs + "/a", new JsonObject())).Status);
        Assert.Equal("""{"success":true}""", (await twin.Client.DeleteAsync(LogTwin.Logs)).Body);
    }
}
