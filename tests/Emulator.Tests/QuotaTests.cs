using System;
using System.Threading.Tasks;
using Xunit;

namespace CloudflareAiGateway.Emulator.Tests;

public sealed class QuotaTests : IDisposable
{
    private readonly Twin _twin = new();

    public void Dispose() => _twin.Dispose();

    [Fact]
    public async Task Every_answer_says_what_is_left()
    {
        await _twin.Client.GetAsync(Twin.Gateways);
        _twin.Time.Advance(TimeSpan.FromSeconds(10.5));
        Answer answer = await _twin.Client.GetAsync(Twin.Gateways + "/none");
        Assert.Equal("\"default\";r=1198;t=290", answer.Headers["ratelimit"]);
        Assert.Equal("\"default\";q=1200;w=300", answer.Headers["ratelimit-policy"]);
        Assert.False(answer.Headers.ContainsKey("retry-after"));
        Assert.Equal("Thu, 15 Oct 2026 08:00:10 GMT", answer.Headers["date"]);
    }

    [Fact]
    public async Task A_call_too_many_blocks_the_token_for_the_whole_block()
    {
        _twin.App.SetQuota(new EmulatorQuota { Limit = 2, Window = 300, Block = 120 });
        Assert.Equal(200, await StatusAsync());
        _twin.Time.Advance(TimeSpan.FromSeconds(299));
        Assert.Equal(200, await StatusAsync());

        Answer refused = await _twin.Client.GetAsync(Twin.Gateways);
        Assert.Equal((429, 971), (refused.Status, refused.Code));
        Assert.Equal("Please wait and consider throttling your request speed", (string?)refused.Error["message"]);
        Assert.Equal("120", refused.Headers["retry-after"]);
        Assert.Equal("\"default\";r=0;t=120", refused.Headers["ratelimit"]);

        // The window would have been over by now; the block is not.
        _twin.Time.Advance(TimeSpan.FromSeconds(119.5));
        Answer still = await _twin.Client.GetAsync(Twin.Gateways);
        Assert.Equal(429, still.Status);
        Assert.Equal("1", still.Headers["retry-after"]);

        _twin.Time.Advance(TimeSpan.FromSeconds(0.5));
        Assert.Equal(200, await StatusAsync());
    }

    [Fact]
    public async Task A_new_window_has_the_whole_quota()
    {
        _twin.App.SetQuota(new EmulatorQuota { Limit = 1, Window = 60 });
        Assert.Equal(200, await StatusAsync());
        _twin.Time.Advance(TimeSpan.FromSeconds(60));
        Assert.Equal(200, await StatusAsync());
        Assert.Equal(429, await StatusAsync());
    }

    [Fact]
    public async Task Tokens_have_quotas_of_their_own()
    {
        _twin.App.SetQuota(new EmulatorQuota { Limit = 1 });
        _twin.App.AddToken(new EmulatorToken { Value = "other" });
        Assert.Equal(200, await StatusAsync());
        Assert.Equal(429, await StatusAsync());
        Assert.Equal(200, await StatusAsync("other"));
    }

    [Fact]
    public async Task A_refused_write_has_no_effect()
    {
        _twin.App.SetQuota(new EmulatorQuota { Limit = 1 });
        _twin.App.AddToken(new EmulatorToken { Value = "other" });
        await _twin.Client.GetAsync(Twin.Gateways);
        Assert.Equal(429, (await _twin.Client.PostAsync(Twin.Gateways, Twin.Body("g"))).Status);
        Assert.Empty((await _twin.Client.GetAsync(Twin.Gateways, "other")).Ids);
    }

    [Theory]
    [InlineData(0, 1, 1)]
    [InlineData(1, 0, 1)]
    [InlineData(1, 1, 0)]
    public void Senseless_quotas_are_refused(int limit, int window, int block) =>
        Assert.Throws<ArgumentException>(() => _twin.App.SetQuota(new EmulatorQuota { Limit = limit, Window = window, Block = block }));

    private async Task<int> StatusAsync(string token = EmulatorOptions.DefaultToken) => (await _twin.Client.GetAsync(Twin.Gateways, token)).Status;
}
