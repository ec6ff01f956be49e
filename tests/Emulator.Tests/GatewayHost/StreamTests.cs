using System;
using System.Collections.Generic;
using System.IO;
using System.Net.Http;
using System.Text;
using System.Text.Json.Nodes;
using System.Threading;
using System.Threading.Tasks;
using CloudflareAiGateway.EmulatorServer;
using Xunit;

namespace CloudflareAiGateway.Emulator.Tests;

/// <summary>Streams, in process and behind a socket.</summary>
public sealed class StreamTests
{
    private const string Url = HostTwin.Host + "/compat/chat/completions";

    [Fact]
    public async Task A_stream_says_what_the_answer_would()
    {
        using HostTwin twin = await HostTwin.MakeAsync();
        Answer answer = await twin.CompatAsync(Streamed("Hello there, friend"));
        Assert.Equal("text/event-stream", answer.Headers["content-type"]);
        Assert.Equal("gpt-4o: Hello there, friend", HostAnswers.ChunksSay(answer.Body));
        Assert.EndsWith("data: [DONE]\n\n", answer.Body, StringComparison.Ordinal);
        IReadOnlyList<JsonNode> chunks = HostAnswers.Events(answer.Body);
        Assert.Equal(6, chunks.Count);
        Assert.Equal("assistant", (string)chunks[0]["choices"]![0]!["delta"]!["role"]!);
        Assert.Equal("stop", (string)chunks[^1]["choices"]![0]!["finish_reason"]!);
        Assert.All(chunks, static chunk => Assert.Equal("chat.completion.chunk", (string)chunk["object"]!));
    }

    [Fact]
    public async Task The_tokens_come_last_when_they_are_asked_for()
    {
        using HostTwin twin = await HostTwin.MakeAsync();
        JsonObject body = Streamed("Hello");
        body["stream_options"] = new JsonObject { ["include_usage"] = true };
        JsonNode last = HostAnswers.Events((await twin.CompatAsync(body)).Body)[^1];
        Assert.Empty(last["choices"]!.AsArray());
        Assert.Equal(2, (int)last["usage"]!["prompt_tokens"]!);
    }

    [Fact]
    public async Task Parts_come_one_by_one_by_the_clock()
    {
        using HostTwin twin = await HostTwin.MakeAsync();
        twin.App.AddProviderFault(new ProviderFault { PieceDelayMs = 100 });
        using HttpResponseMessage response = await OpenAsync(twin.Inner.Http, "a b");
        using Stream body = await response.Content.ReadAsStreamAsync(TestContext.Current.CancellationToken);
        Assert.Contains("\"role\":\"assistant\"", await ReadOneAsync(body), StringComparison.Ordinal);
        Task<string> second = ReadOneAsync(body);
        twin.Time.Advance(TimeSpan.FromMilliseconds(99));
        Assert.False(second.IsCompleted);
        Assert.Empty(await twin.LogsAsync());
        twin.Time.Advance(TimeSpan.FromMilliseconds(1));
        Assert.Contains("\"gpt-4o:\"", await second, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_reader_that_leaves_ends_the_stream_and_it_is_logged()
    {
        using HostTwin twin = await HostTwin.MakeAsync();
        twin.App.AddProviderFault(new ProviderFault { PieceDelayMs = 100 });
        HttpResponseMessage response = await OpenAsync(twin.Inner.Http, "a b");
        Stream body = await response.Content.ReadAsStreamAsync(TestContext.Current.CancellationToken);
        await ReadOneAsync(body);
        using var patience = new CancellationTokenSource();
        Task<int> read = body.ReadAsync(new byte[10], patience.Token).AsTask();
        await patience.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => read);
        response.Dispose();
        Assert.Single(await twin.LogsAsync());
    }

    [Fact]
    public async Task A_stream_can_lack_its_end_mark()
    {
        using HostTwin twin = await HostTwin.MakeAsync();
        twin.App.AddProviderFault(new ProviderFault { OmitDone = true });
        Answer answer = await twin.CompatAsync(Streamed("Hi"));
        Assert.DoesNotContain("[DONE]", answer.Body, StringComparison.Ordinal);
        Assert.Equal("gpt-4o: Hi", HostAnswers.ChunksSay(answer.Body));
    }

    [Fact]
    public async Task A_stream_can_have_comments()
    {
        using HostTwin twin = await HostTwin.MakeAsync();
        twin.App.AddProviderFault(new ProviderFault { Comments = true });
        Answer answer = await twin.CompatAsync(Streamed("Hi"));
        Assert.StartsWith(": keep-alive\n\ndata: ", answer.Body, StringComparison.Ordinal);
        Assert.Equal("gpt-4o: Hi", HostAnswers.ChunksSay(answer.Body));
    }

    [Fact]
    public async Task A_broken_stream_breaks_behind_the_parts_that_were_sent()
    {
        using HostTwin twin = await HostTwin.MakeAsync();
        twin.App.AddProviderFault(new ProviderFault { BreakAfter = 2 });
        using HttpResponseMessage response = await OpenAsync(twin.Inner.Http, "a b c");
        using Stream body = await response.Content.ReadAsStreamAsync(TestContext.Current.CancellationToken);
        (string text, Exception? error) = await ReadUntilErrorAsync(body);
        Assert.IsType<HttpIOException>(error);
        Assert.Equal("gpt-4o:", HostAnswers.ChunksSay(text));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Characters_can_be_cut_in_the_middle(bool overSocket)
    {
        const string Prompt = "Zürich 東京 🚀";
        using HostTwin twin = await HostTwin.MakeAsync();
        await using Door door = await Door.OpenAsync(overSocket, twin);
        door.App.AddProviderFault(new ProviderFault { SplitCharacters = true });
        using HttpResponseMessage response = await OpenAsync(door.Http, Prompt, door.Url);
        using Stream body = await response.Content.ReadAsStreamAsync(TestContext.Current.CancellationToken);
        using var whole = new MemoryStream();
        var broken = 0;
        byte[] buffer = new byte[4096];
        int count;
        while ((count = await body.ReadAsync(buffer, TestContext.Current.CancellationToken)) > 0)
        {
            broken += Encoding.UTF8.GetString(buffer, 0, count).Contains('\uFFFD', StringComparison.Ordinal) ? 1 : 0;
            whole.Write(buffer, 0, count);
        }

        // A socket may put pieces together again.
        Assert.True(overSocket || broken > 0);
        Assert.Equal("gpt-4o: " + Prompt, HostAnswers.ChunksSay(Encoding.UTF8.GetString(whole.ToArray())));
    }

    [Fact]
    public async Task Behind_a_socket_parts_arrive_before_the_next_one_is_made()
    {
        using HostTwin twin = await HostTwin.MakeAsync();
        await using Door door = await Door.OpenAsync(overSocket: true, twin);
        door.App.AddProviderFault(new ProviderFault { PieceDelayMs = int.MaxValue });
        using HttpResponseMessage response = await OpenAsync(door.Http, "Hi", door.Url);
        Assert.Null(response.Content.Headers.ContentLength);
        using Stream body = await response.Content.ReadAsStreamAsync(TestContext.Current.CancellationToken);
        Assert.Contains("\"role\":\"assistant\"", await ReadOneAsync(body), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Behind_a_socket_a_whole_stream_ends_well_and_a_broken_one_does_not()
    {
        using HostTwin twin = await HostTwin.MakeAsync();
        await using Door door = await Door.OpenAsync(overSocket: true, twin);
        door.App.AddProviderFault(new ProviderFault { BreakAfter = 2 });
        using (HttpResponseMessage response = await OpenAsync(door.Http, "a b c", door.Url))
        {
            using Stream body = await response.Content.ReadAsStreamAsync(TestContext.Current.CancellationToken);
            (string text, Exception? error) = await ReadUntilErrorAsync(body);
            Assert.IsAssignableFrom<IOException>(error);
            Assert.Equal("gpt-4o:", HostAnswers.ChunksSay(text));
        }

        using HttpResponseMessage next = await OpenAsync(door.Http, "a b c", door.Url);
        Assert.EndsWith("[DONE]\n\n", await next.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_fault_of_the_host_can_delay_or_cut_a_stream()
    {
        using HostTwin twin = await HostTwin.MakeAsync();
        twin.App.AddFault(new EmulatorFault { DelayMs = 10, Headers = new Dictionary<string, string> { ["x-late"] = "1" } });
        Task<Answer> late = twin.CompatAsync(Streamed("Hi"));
        twin.Time.Advance(TimeSpan.FromMilliseconds(10));
        Assert.Equal("1", (await late).Headers["x-late"]);
        twin.App.AddFault(new EmulatorFault { Truncate = 20, Apply = true });
        using HttpResponseMessage response = await OpenAsync(twin.Inner.Http, "Hi");
        using Stream body = await response.Content.ReadAsStreamAsync(TestContext.Current.CancellationToken);
        (string text, Exception? error) = await ReadUntilErrorAsync(body);
        Assert.Equal((20, true), (text.Length, error is HttpIOException));
        Assert.Equal(2, (await twin.LogsAsync()).Count);
    }

    private static JsonObject Streamed(string prompt) => HostTwin.Chat("openai/gpt-4o", prompt, "stream", true);

    private static async Task<HttpResponseMessage> OpenAsync(HttpClient http, string prompt, string url = Url)
    {
        using HttpRequestMessage request = HostTwin.Request(HttpMethod.Post, url, Streamed(prompt).ToJsonString(), "Authorization: " + HostTwin.Token);
        return await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, TestContext.Current.CancellationToken);
    }

    private static async Task<string> ReadOneAsync(Stream body)
    {
        byte[] buffer = new byte[4096];
        int count = await body.ReadAsync(buffer, TestContext.Current.CancellationToken);
        return Encoding.UTF8.GetString(buffer, 0, count);
    }

    private static async Task<(string Text, Exception? Error)> ReadUntilErrorAsync(Stream body)
    {
        using var received = new MemoryStream();
        Exception? error = await Record.ExceptionAsync(() => body.CopyToAsync(received, TestContext.Current.CancellationToken));
        return (Encoding.UTF8.GetString(received.ToArray()), error);
    }

    /// <summary>The twin of a test in process, or one of its own behind a socket.</summary>
    private sealed class Door : IAsyncDisposable
    {
        private EmulatorServerHost? _server;

        public required EmulatorApp App { get; init; }

        public required HttpClient Http { get; init; }

        public required string Url { get; init; }

        public static async Task<Door> OpenAsync(bool overSocket, HostTwin twin)
        {
            if (!overSocket)
            {
                return new Door { App = twin.App, Http = twin.Inner.Http, Url = StreamTests.Url };
            }

            EmulatorServerHost server = await EmulatorServerHost.StartAsync(
                new EmulatorServerOptions { Url = new Uri("http://127.0.0.1:0") }, TestContext.Current.CancellationToken);
            await server.App.AddGatewaysAsync(Twin.Account, """{"id":"g"}""", TestContext.Current.CancellationToken);
            string url = new Uri(server.BaseUri, new Uri(StreamTests.Url).AbsolutePath).AbsoluteUri;
            return new Door { App = server.App, Http = new HttpClient(), Url = url, _server = server };
        }

        public async ValueTask DisposeAsync()
        {
            if (_server is not null)
            {
                Http.Dispose();
                await _server.DisposeAsync();
            }
        }
    }
}
