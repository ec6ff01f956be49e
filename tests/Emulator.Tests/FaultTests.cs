using System;
using System.Collections.Generic;
using System.IO;
using System.Net.Http;
using System.Net.Sockets;
using System.Text.Json;
using System.Threading;
using System.Threading.Tasks;
using Xunit;

namespace CloudflareAiGateway.Emulator.Tests;

public sealed class FaultTests : IDisposable
{
    private const string Path = OpenApiCheckedClient.Root + Twin.Gateways;
    private readonly Twin _twin = new();

    public void Dispose() => _twin.Dispose();

    [Fact]
    public async Task A_status_is_answered_as_often_as_it_was_asked_for()
    {
        _twin.App.AddFault(new EmulatorFault { Method = "GET", Path = "*/gateways", Times = 2, Status = 503 });
        Assert.Equal(503, (await _twin.Client.GetAsync(Twin.Gateways)).Status);
        Assert.Equal(200, (await _twin.Client.PostAsync(Twin.Gateways, Twin.Body("g"))).Status);
        Assert.Equal(200, (await _twin.Client.GetAsync(Twin.Gateways + "/g")).Status);
        Assert.Equal(503, (await _twin.Client.GetAsync(Twin.Gateways)).Status);
        Assert.Equal(200, (await _twin.Client.GetAsync(Twin.Gateways)).Status);
    }

    [Fact]
    public async Task A_fault_for_ever_ends_when_faults_are_cleared()
    {
        _twin.App.AddFault(new EmulatorFault { Times = -1, Status = 500 });
        Assert.Equal(500, (await _twin.Client.GetAsync(Twin.Gateways)).Status);
        Assert.Equal(500, (await _twin.Client.GetAsync(Twin.Gateways)).Status);
        _twin.App.ClearFaults();
        Assert.Equal(200, (await _twin.Client.GetAsync(Twin.Gateways)).Status);
    }

    [Fact]
    public async Task Faults_for_the_same_request_happen_in_their_order()
    {
        _twin.App.AddFault(new EmulatorFault { Status = 502 });
        _twin.App.AddFault(new EmulatorFault { Status = 504 });
        int[] statuses = [(await _twin.Client.GetAsync(Twin.Gateways)).Status, (await _twin.Client.GetAsync(Twin.Gateways)).Status];
        Assert.Equal([502, 504], statuses);
    }

    [Fact]
    public async Task Body_and_headers_are_the_faults()
    {
        _twin.App.AddFault(new EmulatorFault
        {
            Status = 429,
            Body = "slow down",
            Headers = new Dictionary<string, string> { ["Retry-After"] = "7", ["Content-Type"] = "text/plain" },
        });
        Answer answer = await SendAsync(HttpMethod.Get);
        Assert.Equal((429, "slow down", "7", "text/plain"), (answer.Status, answer.Body, answer.Headers["retry-after"], answer.Headers["content-type"]));
    }

    [Fact]
    public async Task Edge_errors_are_plain_text()
    {
        _twin.App.AddFault(new EmulatorFault { Status = 522 });
        Assert.Equal("error code: 522", (await SendAsync(HttpMethod.Get)).Body);
    }

    [Theory]
    [InlineData(false, 0)]
    [InlineData(true, 1)]
    public async Task A_write_takes_effect_behind_a_fault_only_when_told(bool apply, int count)
    {
        _twin.App.AddFault(new EmulatorFault { Method = "POST", Status = 502, Apply = apply });
        Assert.Equal(502, (await _twin.Client.PostAsync(Twin.Gateways, Twin.Body("g"))).Status);
        Assert.Equal(count, (await _twin.Client.GetAsync(Twin.Gateways)).Ids.Length);
    }

    [Theory]
    [InlineData(false, 0)]
    [InlineData(true, 1)]
    public async Task A_reset_before_the_answer_is_a_broken_connection(bool apply, int count)
    {
        _twin.App.AddFault(new EmulatorFault { Method = "POST", Reset = ResetPoint.Before, Apply = apply });
        HttpRequestException error = await Assert.ThrowsAsync<HttpRequestException>(() => SendAsync(HttpMethod.Post, Twin.Body("g").ToJsonString()));
        Assert.IsType<SocketException>(error.InnerException!.InnerException);
        Assert.Null(_twin.App.Requests[0].Status);
        Assert.Equal(count, (await _twin.Client.GetAsync(Twin.Gateways)).Ids.Length);
    }

    [Fact]
    public async Task A_reset_inside_the_body_comes_after_the_headers()
    {
        _twin.App.AddFault(new EmulatorFault { Reset = ResetPoint.Inside });
        using HttpResponseMessage response = await OpenAsync();
        Assert.True(response.IsSuccessStatusCode);
        using var received = new MemoryStream();
        Stream body = await response.Content.ReadAsStreamAsync(TestContext.Current.CancellationToken);
        IOException error = await Assert.ThrowsAsync<IOException>(() => body.CopyToAsync(received, TestContext.Current.CancellationToken));
        Assert.IsType<SocketException>(error.InnerException);
        Assert.InRange(received.Length, 1, response.Content.Headers.ContentLength!.Value - 1);
    }

    [Fact]
    public async Task A_cut_body_declares_its_full_length()
    {
        Answer whole = await SendAsync(HttpMethod.Get);
        _twin.App.AddFault(new EmulatorFault { Truncate = 5 });
        using HttpResponseMessage response = await OpenAsync();
        Assert.Equal(whole.Body.Length, response.Content.Headers.ContentLength);
        using var received = new MemoryStream();
        Stream body = await response.Content.ReadAsStreamAsync(TestContext.Current.CancellationToken);
        await Assert.ThrowsAsync<HttpIOException>(() => body.CopyToAsync(received, TestContext.Current.CancellationToken));
        Assert.Equal(5, received.Length);
    }

    [Fact]
    public async Task A_malformed_body_has_the_right_length_and_does_not_parse()
    {
        _twin.App.AddFault(new EmulatorFault { Malformed = true });
        using HttpResponseMessage response = await OpenAsync();
        string body = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.Equal(body.Length, response.Content.Headers.ContentLength);
        Assert.ThrowsAny<JsonException>(() => JsonDocument.Parse(body));
    }

    [Fact]
    public async Task A_write_that_was_not_run_has_a_body_to_spoil()
    {
        _twin.App.AddFault(new EmulatorFault { Method = "POST", Malformed = true });
        Answer answer = await SendAsync(HttpMethod.Post, Twin.Body("g").ToJsonString());
        Assert.NotEmpty(answer.Body);
        Assert.ThrowsAny<JsonException>(() => JsonDocument.Parse(answer.Body));
    }

    [Fact]
    public async Task A_cut_write_without_effect_has_none()
    {
        _twin.App.AddFault(new EmulatorFault { Method = "POST", Truncate = 3 });
        await Assert.ThrowsAsync<HttpRequestException>(() => SendAsync(HttpMethod.Post, Twin.Body("g").ToJsonString()));
        Assert.Empty((await _twin.Client.GetAsync(Twin.Gateways)).Ids);
    }

    [Fact]
    public async Task A_delay_waits_on_the_injected_clock_and_then_answers()
    {
        _twin.App.AddFault(new EmulatorFault { DelayMs = 5000 });
        Task<Answer> pending = SendAsync(HttpMethod.Get);
        _twin.Time.Advance(TimeSpan.FromMilliseconds(4999));
        Assert.False(pending.IsCompleted);
        _twin.Time.Advance(TimeSpan.FromMilliseconds(1));
        Assert.Equal(200, (await pending).Status);
    }

    [Theory]
    [InlineData(false, 0)]
    [InlineData(true, 1)]
    public async Task A_caller_that_loses_patience_has_written_only_when_told(bool apply, int count)
    {
        _twin.App.AddFault(new EmulatorFault { Method = "POST", DelayMs = 60_000, Apply = apply });
        using var patience = new CancellationTokenSource();
        using var request = new HttpRequestMessage(HttpMethod.Post, Path) { Content = new StringContent(Twin.Body("g").ToJsonString()) };
        request.Headers.Add("Authorization", "Bearer " + EmulatorOptions.DefaultToken);
        Task<HttpResponseMessage> pending = _twin.Http.SendAsync(request, patience.Token);
        await patience.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => pending);
        Assert.Equal(count, (await _twin.Client.GetAsync(Twin.Gateways)).Ids.Length);
    }

    [Fact]
    public async Task A_delay_goes_with_another_fault()
    {
        _twin.App.AddFault(new EmulatorFault { DelayMs = 10, Status = 500 });
        Task<Answer> pending = SendAsync(HttpMethod.Get);
        Assert.False(pending.IsCompleted);
        _twin.Time.Advance(TimeSpan.FromMilliseconds(10));
        Assert.Equal(500, (await pending).Status);
    }

    [Fact]
    public void Senseless_faults_are_refused()
    {
        EmulatorFault[] faults = [new() { Status = 99 }, new() { Times = 0 }, new() { DelayMs = -1 }, new() { Truncate = -1 }];
        Assert.All(faults, fault => Assert.Throws<ArgumentException>(() => _twin.App.AddFault(fault)));
    }

    [Theory]
    [InlineData("*", "/a", true)]
    [InlineData("/a", "/a", true)]
    [InlineData("/a", "/ab", false)]
    [InlineData("/a*", "/a", true)]
    [InlineData("*/gateways/*", "/x/gateways/y/logs", true)]
    [InlineData("*/gateways/*", "/x/gateways", false)]
    [InlineData("*/gateways/*/url", "/a/gateways/b/gateways/c/url", true)]
    [InlineData("*ab", "/aab", true)]
    [InlineData("", "/", false)]
    public void Stars_stand_for_any_text(string pattern, string path, bool matches) => Assert.Equal(matches, PathPattern.IsMatch(pattern, path));

    private Task<Answer> SendAsync(HttpMethod method, string? body = null) => _twin.SendAsync(method, Path, body, EmulatorOptions.DefaultToken);

    private async Task<HttpResponseMessage> OpenAsync()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, Path);
        request.Headers.Add("Authorization", "Bearer " + EmulatorOptions.DefaultToken);
        return await _twin.Http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, TestContext.Current.CancellationToken);
    }
}
