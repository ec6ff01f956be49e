using System;
using System.Linq;
using System.Net.Http;
using System.Text;
using System.Text.Json.Nodes;
using System.Threading.Tasks;
using CloudflareAiGateway.EmulatorServer;
using Xunit;

namespace CloudflareAiGateway.Emulator.Tests;

/// <summary>Whole stories over a socket, with real clocks.</summary>
public sealed class StoryTests : IAsyncLifetime
{
    private EmulatorServerHost _host = null!;
    private HttpClient _http = null!;

    public async ValueTask InitializeAsync()
    {
        _host = await EmulatorServerHost.StartAsync(
            new EmulatorServerOptions { Url = new Uri("http://127.0.0.1:0") }, TestContext.Current.CancellationToken);
        _http = new HttpClient { BaseAddress = _host.BaseUri };
        _http.DefaultRequestHeaders.Add("Authorization", HostTwin.Token);
    }

    public async ValueTask DisposeAsync()
    {
        _http.Dispose();
        await _host.DisposeAsync();
    }

    [Fact]
    public async Task Make_a_gateway_call_it_see_the_log_see_the_cost()
    {
        var api = new OpenApiCheckedClient(_http);
        Assert.Equal(200, (await api.PostAsync(Twin.Gateways, Twin.Body("g", "cache_ttl", 600))).Status);
        Answer first = await CallAsync("/compat/chat/completions", HostTwin.Chat("openai/gpt-4o-mini", "Zürich 🚀"));
        Assert.Equal("gpt-4o-mini: Zürich 🚀", first.Says());
        Answer again = await CallAsync("/compat/chat/completions", HostTwin.Chat("openai/gpt-4o-mini", "Zürich 🚀"));
        Answer stream = await CallAsync("/openai/chat/completions", HostTwin.Chat("gpt-4o-mini", "Hi", "stream", true));
        Assert.Equal("gpt-4o-mini: Hi", HostAnswers.ChunksSay(stream.Body));
        Assert.False(stream.Headers.ContainsKey("content-length"));

        JsonNode[] rows = [.. (await api.GetAsync(LogTwin.Logs)).Result.AsArray()!];
        Assert.Equal(3, rows.Length);
        JsonNode Row(Answer answer) => rows.Single(row => (string)row["id"]! == answer.Headers["cf-aig-log-id"]);
        Assert.True((double)Row(first)["cost"]! > 0);
        Assert.Equal((true, 0.0), ((bool)Row(again)["cached"]!, (double)Row(again)["cost"]!));
        Assert.InRange((int)Row(stream)["duration"]!, 0, 60_000);
        JsonNode request = (await api.GetAsync($"{LogTwin.Logs}/{first.Headers["cf-aig-log-id"]}/request")).Json;
        Assert.Equal("Zürich 🚀", (string)request["messages"]![0]!["content"]!);
    }

    [Fact]
    public async Task An_event_id_that_no_header_can_hold_does_no_harm()
    {
        await _host.App.AddGatewaysAsync(Twin.Account, """{"id":"g"}""", TestContext.Current.CancellationToken);
        using HttpRequestMessage request = HostTwin.Request(
            HttpMethod.Post, Url("/compat/chat/completions"), HostTwin.Chat("openai/gpt-4o", "Hi").ToJsonString(), "Authorization: " + HostTwin.Token);
        request.Headers.TryAddWithoutValidation("cf-aig-event-id", "Zürich");
        using var http = new HttpClient(new SocketsHttpHandler { RequestHeaderEncodingSelector = static (_, _) => Encoding.UTF8 });
        using HttpResponseMessage response = await http.SendAsync(request, TestContext.Current.CancellationToken);
        Assert.Equal(200, (int)response.StatusCode);
        Assert.Equal("Z?rich", Assert.Single(response.Headers.GetValues("cf-aig-event-id")));
    }

    [Fact]
    public async Task Many_calls_at_once_lose_no_answer_and_no_row()
    {
        const int Calls = 400;
        _host.App.Behaviour = _host.App.Behaviour with { UnifiedBillingLimit = Calls };
        await _host.App.AddGatewaysAsync(Twin.Account, """{"id":"g"}""", TestContext.Current.CancellationToken);
        string[] said = new string[Calls];
        await Parallel.ForEachAsync(Enumerable.Range(0, Calls), new ParallelOptions { MaxDegreeOfParallelism = 16, CancellationToken = TestContext.Current.CancellationToken }, async (i, _) =>
            said[i] = (await CallAsync("/compat/chat/completions", HostTwin.Chat("openai/gpt-4o", $"call {i}", "stream", i % 2 == 0))) is var answer && i % 2 == 0
                ? HostAnswers.ChunksSay(answer.Body)
                : answer.Says());
        Assert.Equal(Enumerable.Range(0, Calls).Select(static i => $"gpt-4o: call {i}"), said);
        Answer rows = await new OpenApiCheckedClient(_http).GetAsync(LogTwin.Logs);
        Assert.Equal(Calls, (int)rows.Json["result_info"]!["total_count"]!);
    }

    private string Url(string path) => new Uri(_host.BaseUri, new Uri(HostTwin.Host).AbsolutePath + path).AbsoluteUri;

    private async Task<Answer> CallAsync(string path, JsonObject body)
    {
        using HttpRequestMessage request = HostTwin.Request(HttpMethod.Post, Url(path), body.ToJsonString());
        using HttpResponseMessage response = await _http.SendAsync(request, TestContext.Current.CancellationToken);
        return await Answer.ReadAsync(response);
    }
}
