using System;
using System.IO;
using System.Linq;
using System.Net.Http;
using System.Threading.Tasks;
using CloudflareAiGateway.EmulatorServer;
using Xunit;

namespace CloudflareAiGateway.Emulator.Tests;

/// <summary>The twin behind real sockets.</summary>
public sealed class ServerTests : IAsyncLifetime
{
    private const string Path = OpenApiCheckedClient.Root + Twin.Gateways;
    private EmulatorServerHost _host = null!;
    private HttpClient _http = null!;

    public async ValueTask InitializeAsync()
    {
        _host = await EmulatorServerHost.StartAsync(
            new EmulatorServerOptions { Url = new Uri("http://127.0.0.1:0") }, TestContext.Current.CancellationToken);
        _http = new HttpClient { BaseAddress = _host.BaseUri };
        _http.DefaultRequestHeaders.Add("Authorization", "Bearer " + EmulatorOptions.DefaultToken);
    }

    public async ValueTask DisposeAsync()
    {
        _http.Dispose();
        await _host.DisposeAsync();
    }

    [Fact]
    public async Task Answers_are_those_of_the_twin()
    {
        var client = new OpenApiCheckedClient(_http);
        Assert.Equal(200, (await client.PostAsync(Twin.Gateways, Twin.Body("g"))).Status);
        Answer list = await client.GetAsync(Twin.Gateways + "?search=g&per_page=1");
        Assert.Equal(["g"], list.Ids);
        Assert.Equal("\"default\";q=1200;w=300", list.Headers["ratelimit-policy"]);
        Assert.Equal(list.Body.Length.ToString(System.Globalization.CultureInfo.InvariantCulture), list.Headers["content-length"]);
        Assert.Equal(["POST", "GET"], _host.App.Requests.Select(static request => request.Method));
    }

    [Fact]
    public async Task Escapes_in_a_path_reach_the_twin_as_they_were_sent()
    {
        using HttpResponseMessage response = await _http.GetAsync(Path + "/a%2Fb", TestContext.Current.CancellationToken);
        Assert.Equal(404, (int)response.StatusCode);
        Assert.EndsWith("/a%2Fb", Assert.Single(_host.App.Requests).Path, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_reset_before_the_answer_breaks_the_connection()
    {
        _host.App.AddFault(new EmulatorFault { Reset = ResetPoint.Before });
        await Assert.ThrowsAsync<HttpRequestException>(() => _http.GetAsync(Path, TestContext.Current.CancellationToken));
        using HttpResponseMessage next = await _http.GetAsync(Path, TestContext.Current.CancellationToken);
        Assert.True(next.IsSuccessStatusCode);
    }

    [Theory]
    [InlineData(ResetPoint.Inside, null)]
    [InlineData(null, 5)]
    public async Task A_broken_body_breaks_after_the_headers(ResetPoint? reset, int? truncate)
    {
        _host.App.AddFault(new EmulatorFault { Reset = reset, Truncate = truncate });
        using HttpResponseMessage response = await _http.GetAsync(Path, HttpCompletionOption.ResponseHeadersRead, TestContext.Current.CancellationToken);
        Assert.Equal(200, (int)response.StatusCode);
        Stream body = await response.Content.ReadAsStreamAsync(TestContext.Current.CancellationToken);
        using var received = new MemoryStream();
        await Assert.ThrowsAnyAsync<IOException>(() => body.CopyToAsync(received, TestContext.Current.CancellationToken));
        Assert.InRange(received.Length, 0, response.Content.Headers.ContentLength!.Value - 1);
    }

    [Fact]
    public async Task The_control_api_is_there()
    {
        using HttpResponseMessage response = await _http.GetAsync("/_emulator/requests", TestContext.Current.CancellationToken);
        Assert.Equal("[]", await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task A_server_stops_while_a_request_hangs()
    {
        await using EmulatorServerHost host = await EmulatorServerHost.StartAsync(
            new EmulatorServerOptions { Url = new Uri("http://127.0.0.1:0") }, TestContext.Current.CancellationToken);
        using var http = new HttpClient { BaseAddress = host.BaseUri };
        host.App.AddFault(new EmulatorFault { DelayMs = int.MaxValue });
        Task<HttpResponseMessage> pending = http.GetAsync(Path, TestContext.Current.CancellationToken);
        while (host.App.Requests.Count == 0)
        {
            await Task.Yield();
        }

        await host.DisposeAsync();
        await Assert.ThrowsAsync<HttpRequestException>(() => pending);
    }
}
