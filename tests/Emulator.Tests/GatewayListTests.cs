using System;
using System.Linq;
using System.Threading.Tasks;
using Xunit;

namespace CloudflareAiGateway.Emulator.Tests;

public sealed class GatewayListTests : IDisposable
{
    private readonly Twin _twin = new();

    public void Dispose() => _twin.Dispose();

    [Fact]
    public async Task The_order_is_creation_and_then_name()
    {
        foreach (string id in new[] { "c", "a" })
        {
            await _twin.CreateAsync(Twin.Body(id));
        }

        _twin.Time.Advance(TimeSpan.FromMilliseconds(1));
        await _twin.CreateAsync(Twin.Body("b"));
        await _twin.Client.PutAsync(Twin.Gateways + "/a", Twin.Body("a", "cache_ttl", 9));
        Assert.Equal(["a", "c", "b"], (await _twin.Client.GetAsync(Twin.Gateways)).Ids);
    }

    [Theory]
    [InlineData("", 20, 1, 20, "g00")]
    [InlineData("?page=2", 5, 2, 20, "g20")]
    [InlineData("?per_page=100", 25, 1, 100, "g00")]
    [InlineData("?page=25&per_page=1", 1, 25, 1, "g24")]
    public async Task Pages_are_cut_as_asked(string query, int count, int page, int perPage, string first)
    {
        await SeedAsync();
        Answer answer = await _twin.Client.GetAsync(Twin.Gateways + query);
        Assert.Equal(count, answer.Ids.Length);
        Assert.Equal(first, answer.Ids[0]);
        Assert.Equal($$"""{"count":{{count}},"page":{{page}},"per_page":{{perPage}},"total_count":25}""", answer.Json["result_info"]!.ToJsonString());
    }

    [Theory]
    [InlineData(3)]
    [InlineData(int.MaxValue)]
    public async Task A_page_behind_the_end_is_empty(int page)
    {
        await SeedAsync();
        Answer answer = await _twin.Client.GetAsync($"{Twin.Gateways}?page={page}");
        Assert.Equal(200, answer.Status);
        Assert.Empty(answer.Ids);
    }

    [Theory]
    [InlineData("per_page=0", "query.per_page: Number must be greater than or equal to 1")]
    [InlineData("per_page=101", "query.per_page: Number must be less than or equal to 100")]
    [InlineData("per_page=many", "query.per_page: Expected number, received nan")]
    [InlineData("per_page=1.5", "query.per_page: Expected integer, received float")]
    [InlineData("page=0", "query.page: Number must be greater than or equal to 1")]
    public async Task Bad_pages_are_refused(string query, string problem)
    {
        Answer answer = await _twin.Client.GetAsync(Twin.Gateways + "?" + query);
        Assert.Equal((400, 7001), (answer.Status, answer.Code));
        Assert.Equal([problem], answer.Problems);
    }

    [Fact]
    public async Task Search_finds_a_part_of_the_name_and_counts_what_it_found()
    {
        await SeedAsync();
        Answer answer = await _twin.Client.GetAsync(Twin.Gateways + "?search=G1&per_page=3");
        Assert.Equal(["g10", "g11", "g12"], answer.Ids);
        Assert.Equal(10, (int)answer.Json["result_info"]!["total_count"]!);
        Assert.Empty((await _twin.Client.GetAsync(Twin.Gateways + "?search=nothing")).Ids);
    }

    private Task SeedAsync()
    {
        string gateways = "[" + string.Join(',', Enumerable.Range(0, 25).Select(static i => $$"""{"id":"g{{i:00}}"}""")) + "]";
        return _twin.App.AddGatewaysAsync(Twin.Account, gateways, TestContext.Current.CancellationToken);
    }
}
