using System;
using System.Linq;
using System.Threading.Tasks;
using Xunit;

namespace CloudflareAiGateway.Emulator.Tests;

public sealed class AccountTests : IDisposable
{
    private readonly Twin _twin = new(new EmulatorOptions
    {
        TimeProvider = Twin.MakeClock(),
        Accounts = [.. Enumerable.Range(0, 7).Select(static i => new EmulatorAccount { Id = new string((char)('a' + i), 32), Name = $"Account {i}" })],
    });

    public void Dispose() => _twin.Dispose();

    [Fact]
    public async Task All_accounts_are_listed_in_order()
    {
        Answer answer = await _twin.Client.GetAsync("/accounts");
        Assert.Equal(["aaaa", "bbbb", "cccc", "dddd", "eeee", "ffff", "gggg"], answer.Ids.Select(static id => id[..4]));
        Assert.Equal("Account 0", (string?)answer.Result[0]!["name"]);
    }

    [Fact]
    public async Task Pages_name_their_place()
    {
        Answer answer = await _twin.Client.GetAsync("/accounts?per_page=5&page=2");
        Assert.Equal(2, answer.Ids.Length);
        Assert.Equal("""{"count":2,"page":2,"per_page":5,"total_count":7,"total_pages":2}""", answer.Json["result_info"]!.ToJsonString());
    }

    [Fact]
    public async Task Direction_turns_the_order() =>
        Assert.StartsWith("gggg", (await _twin.Client.GetAsync("/accounts?direction=desc")).Ids[0], StringComparison.Ordinal);

    [Fact]
    public async Task Name_filters()
    {
        Answer answer = await _twin.Client.GetAsync("/accounts?name=account%203");
        Assert.StartsWith("dddd", Assert.Single(answer.Ids), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("per_page=4")]
    [InlineData("per_page=51")]
    [InlineData("page=0")]
    [InlineData("direction=up")]
    public async Task Bad_queries_are_refused(string query) => Assert.Equal(400, (await _twin.Client.GetAsync("/accounts?" + query)).Status);

    [Fact]
    public async Task A_token_sees_its_own_accounts()
    {
        _twin.App.AddToken(new EmulatorToken { Value = "t", Accounts = [new string('c', 32)] });
        Assert.StartsWith("cccc", Assert.Single((await _twin.Client.GetAsync("/accounts", "t")).Ids), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_permission_the_list_is_empty_and_no_error()
    {
        _twin.App.AddToken(new EmulatorToken { Value = "t", Permissions = [Permission.AiGatewayWrite] });
        Answer answer = await _twin.Client.GetAsync("/accounts", "t");
        Assert.Equal(200, answer.Status);
        Assert.Empty(answer.Ids);
        Assert.Equal(0, (int)answer.Json["result_info"]!["total_count"]!);
    }
}
