using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Xunit;

namespace CloudflareAiGateway.Client.Tests;

public class StreamTests
{
    private const string OpenAi =
        ": keep-alive\n\n"
        + "data: {\"model\":\"gpt-5-mini\",\"choices\":[{\"index\":0,\"delta\":{\"role\":\"assistant\",\"content\":\"\"}}]}\n\n"
        + "data: {\"choices\":[{\"index\":0,\"delta\":{\"content\":\"Grüezi \"}}]}\n\n"
        + "data: {\"choices\":[{\"index\":0,\"delta\":{\"content\":\"🦊日本\"}}]}\n\n"
        + "data: {\"choices\":[{\"index\":0,\"delta\":{\"tool_calls\":[{\"index\":0,\"id\":\"c1\",\"function\":{\"name\":\"weather\",\"arguments\":\"{\\\"ci\"}}]}}]}\n\n"
        + "data: {\"choices\":[{\"index\":0,\"delta\":{},\"finish_reason\":\"stop\"}]}\n\n"
        + "data: {\"choices\":[],\"usage\":{\"prompt_tokens\":4,\"completion_tokens\":6,\"total_tokens\":10}}\n\n"
        + "data: [DONE]\n\n";

    private const string Anthropic =
        "event: message_start\ndata: {\"type\":\"message_start\",\"message\":{\"model\":\"claude-haiku-4-5\",\"usage\":{\"input_tokens\":4,\"cache_read_input_tokens\":2,\"output_tokens\":1}}}\n\n"
        + "event: ping\ndata: {\"type\":\"ping\"}\n\n"
        + "event: content_block_start\ndata: {\"type\":\"content_block_start\",\"index\":0,\"content_block\":{\"type\":\"text\",\"text\":\"\"}}\n\n"
        + "event: content_block_delta\ndata: {\"type\":\"content_block_delta\",\"index\":0,\"delta\":{\"type\":\"text_delta\",\"text\":\"Grüezi \"}}\n\n"
        + "event: content_block_delta\ndata: {\"type\":\"content_block_delta\",\"index\":0,\"delta\":{\"type\":\"text_delta\",\"text\":\"🦊日本\"}}\n\n"
        + "event: content_block_stop\ndata: {\"type\":\"content_block_stop\",\"index\":0}\n\n"
        + "event: content_block_start\ndata: {\"type\":\"content_block_start\",\"index\":1,\"content_block\":{\"type\":\"tool_use\",\"id\":\"c1\",\"name\":\"weather\",\"input\":{}}}\n\n"
        + "event: content_block_delta\ndata: {\"type\":\"content_block_delta\",\"index\":1,\"delta\":{\"type\":\"input_json_delta\",\"partial_json\":\"{\\\"ci\"}}\n\n"
        + "event: message_delta\ndata: {\"type\":\"message_delta\",\"delta\":{\"stop_reason\":\"end_turn\"},\"usage\":{\"output_tokens\":6}}\n\n"
        + "event: message_stop\ndata: {\"type\":\"message_stop\"}\n\n";

    private const string Google =
        "data: {\"candidates\":[{\"content\":{\"role\":\"model\",\"parts\":[{\"text\":\"Grüezi \"}]}}],\"modelVersion\":\"gemini-2.5-flash\"}\r\n\r\n"
        + "data: {\"candidates\":[{\"content\":{\"role\":\"model\",\"parts\":[{\"text\":\"🦊日本\"},{\"functionCall\":{\"name\":\"weather\",\"args\":{\"city\":\"Bern\"}}}]},\"finishReason\":\"STOP\"}],\"usageMetadata\":{\"promptTokenCount\":6,\"candidatesTokenCount\":6,\"totalTokenCount\":12}}\r\n\r\n";

    public static TheoryData<string> Dialects => ["openai", "anthropic", "google"];

    [Theory]
    [MemberData(nameof(Dialects))]
    public async Task Every_dialect_gives_the_same_pieces_however_it_is_cut(string dialect)
    {
        (string model, string stream) = dialect switch
        {
            "openai" => ("openai/gpt-5-mini", OpenAi),
            "anthropic" => ("anthropic/claude-haiku-4-5", Anthropic),
            _ => ("google-ai-studio/gemini-2.5-flash", Google),
        };
        for (int seed = 0; seed < 200; seed++)
        {
            var bench = new Bench();
            bench.Service.Then(() => Chats.Stream(Chats.Cut(stream, seed)));
            List<AiGatewayChatDelta> pieces = await ReadAsync(bench, Chats.Of(model, surface: InferenceSurface.Native));
            Assert.Equal("Grüezi 🦊日本", string.Concat(pieces.Select(p => p.Text)));
            Assert.Equal("weather", pieces.SelectMany(p => p.ToolCalls).First().Name);
            Assert.Equal(dialect == "google" ? "tool_calls" : "stop", Assert.Single(pieces, p => p.FinishReason is not null).FinishReason);
            AiGatewayTokenUsage usage = pieces.Last(p => p.Usage is not null).Usage!;
            Assert.Equal(6, usage.OutputTokens);
            Assert.All(pieces, p => Assert.Equal("log-1", p.LogId));
            Assert.All(pieces, p => Assert.Equal(model[(model.IndexOf('/', StringComparison.Ordinal) + 1)..], p.Model));
            Assert.Empty(bench.Sink.Of(DiagnosticKind.Warning));
        }
    }

    [Fact]
    public async Task Anthropic_counts_cached_tokens_as_input()
    {
        var bench = new Bench();
        bench.Service.Then(() => Chats.Stream(Anthropic));
        List<AiGatewayChatDelta> pieces = await ReadAsync(bench, Chats.Of("anthropic/claude-haiku-4-5", surface: InferenceSurface.Native));
        Assert.Equal(6, pieces[0].Usage!.InputTokens);
        Assert.Equal(2, pieces[0].Usage!.CachedTokens);
        AiGatewayTokenUsage last = pieces.Last(p => p.Usage is not null).Usage!;
        Assert.Equal((6, 6, 12), (last.InputTokens, last.OutputTokens, last.TotalTokens));
    }

    [Fact]
    public async Task The_first_piece_is_handed_on_before_the_second_has_come()
    {
        var bench = new Bench();
        var second = new TaskCompletionSource();
        var first = new TaskCompletionSource();
        bench.Service.Then(() => Chats.Stream(Bytes("data: {\"choices\":[{\"delta\":{\"content\":\"one\"}}]}\n\n", "data: [DONE]\n\n"), second.Task));
        Task run = bench.Client.Inference.StreamAsync(Chats.Of("openai/gpt-5-mini"), _ => first.TrySetResult(), bench.Call);
        await first.Task.WaitAsync(TimeSpan.FromSeconds(30));
        Assert.False(run.IsCompleted);
        second.SetResult();
        await run;
    }

    [Fact]
    public async Task A_connection_that_breaks_is_an_error_after_its_pieces()
    {
        var bench = new Bench();
        bench.Service.Then(() => Chats.Stream("data: {\"choices\":[{\"delta\":{\"content\":\"one\"}}]}\n\ndata: {\"choi", null));
        (List<AiGatewayChatDelta> pieces, AiGatewayException error) = await FailAsync(bench, Chats.Of("openai/gpt-5-mini"));
        Assert.Equal("one", Assert.Single(pieces).Text);
        Assert.Equal(AiGatewayErrorReason.StreamBroken, error.Reason);
        Assert.Equal(AiGatewayErrorKind.Network, error.Kind);
        Assert.Single(bench.Service.Sent);
    }

    [Fact]
    public async Task A_connection_that_breaks_after_the_end_mark_lost_nothing()
    {
        var bench = new Bench();
        bench.Service.Then(() => Chats.Stream("data: {\"choices\":[{\"delta\":{\"content\":\"one\"}}]}\n\ndata: [DONE]\n\n", null));
        Assert.Equal("one", Assert.Single(await ReadAsync(bench, Chats.Of("openai/gpt-5-mini"))).Text);
    }

    [Fact]
    public async Task An_event_that_stops_in_the_middle_is_an_error()
    {
        var bench = new Bench();
        bench.Service.Then(() => Chats.Stream("data: {\"choices\":[{\"delta\":{\"content\":\"one\"}}]}\n\ndata: {\"choices\":[{\"del"));
        (List<AiGatewayChatDelta> pieces, AiGatewayException error) = await FailAsync(bench, Chats.Of("openai/gpt-5-mini"));
        Assert.Single(pieces);
        Assert.Equal(AiGatewayErrorReason.StreamBroken, error.Reason);
    }

    [Theory]
    [InlineData("data: {\"choices\":[{\"delta\":{\"content\":\"one\"},\"finish_reason\":\"stop\"}]}\n\n", 0)]
    [InlineData("data: {\"choices\":[{\"delta\":{\"content\":\"one\"}}]}\n\n", 1)]
    [InlineData("data: {\"choices\":[{\"delta\":{\"content\":\"one\"}}]}\n\ndata: [DONE]", 0)]
    [InlineData("data: {\"response\":\"one\",\"p\":\"abc\"}\n\ndata: [DONE]\n\n", 0)]
    public async Task A_stream_may_lack_its_end_mark(string stream, int warnings)
    {
        var bench = new Bench();
        bench.Service.Then(() => Chats.Stream(stream));
        Assert.Equal("one", Assert.Single(await ReadAsync(bench, Chats.Of("@cf/meta/llama-3.1-8b-instruct"))).Text);
        Assert.Equal(warnings, bench.Sink.Of(DiagnosticKind.Warning).Count);
    }

    [Theory]
    [InlineData("openai/gpt-5-mini", "data: {\"error\":{\"message\":\"The server had an error\",\"type\":\"server_error\"}}\n\n", "The server had an error")]
    [InlineData("anthropic/claude-haiku-4-5", "event: error\ndata: {\"type\":\"error\",\"error\":{\"type\":\"overloaded_error\",\"message\":\"Overloaded\"}}\n\n", "Overloaded")]
    [InlineData("google-ai-studio/gemini-2.5-flash", "data: {\"error\":{\"code\":503,\"message\":\"Busy\"}}\n\n", "503: Busy")]
    public async Task An_error_in_the_stream_ends_it(string model, string stream, string said)
    {
        var bench = new Bench();
        bench.Service.Then(() => Chats.Stream(stream));
        (_, AiGatewayException error) = await FailAsync(bench, Chats.Of(model, surface: InferenceSurface.Native));
        Assert.Equal(AiGatewayErrorReason.StreamBroken, error.Reason);
        Assert.Contains(said, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_stream_that_falls_silent_has_broken()
    {
        var bench = new Bench(attempt: 20);
        var never = new TaskCompletionSource();
        bench.Service.Then(() => Chats.Stream(Bytes("data: {\"choices\":[{\"delta\":{\"content\":\"one\"}}]}\n\n", "x"), never.Task));
        var pieces = new List<AiGatewayChatDelta>();
        Task<bool> run = RunAsync(bench, pieces);
        AiGatewayException error = await bench.FailAsync(run);
        Assert.Single(pieces);
        Assert.Contains("nothing came for 20 s", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_stop_ends_the_stream_at_once()
    {
        var bench = new Bench();
        var never = new TaskCompletionSource();
        using var stop = new CancellationTokenSource();
        bench.Service.Then(() => Chats.Stream(Bytes("data: {\"choices\":[{\"delta\":{\"content\":\"one\"}}]}\n\n", "x"), never.Task));
        Task run = bench.Client.Inference.StreamAsync(Chats.Of("openai/gpt-5-mini"), _ => stop.Cancel(), bench.Stoppable(stop.Token));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => run.WaitAsync(TimeSpan.FromSeconds(30)));
    }

    [Fact]
    public async Task An_answer_that_comes_whole_is_one_piece()
    {
        var bench = new Bench();
        bench.Service.Then(() => Answers.Json(200, Chats.OpenAiAnswer, ("cf-aig-log-id", "log-2")));
        AiGatewayChatDelta piece = Assert.Single(await ReadAsync(bench, Chats.Of("openai/gpt-5-mini")));
        Assert.Equal("Grüezi", piece.Text);
        Assert.Equal("stop", piece.FinishReason);
        Assert.Equal("log-2", piece.LogId);
    }

    [Fact]
    public async Task A_schema_for_Anthropic_comes_back_as_text()
    {
        var bench = new Bench();
        bench.Service.Then(() => Chats.Stream(
            "data: {\"type\":\"content_block_start\",\"content_block\":{\"type\":\"tool_use\",\"id\":\"t\",\"name\":\"answer\",\"input\":{}}}\n\n"
            + "data: {\"type\":\"content_block_delta\",\"delta\":{\"type\":\"input_json_delta\",\"partial_json\":\"{\\\"a\\\":1}\"}}\n\n"
            + "data: {\"type\":\"message_delta\",\"delta\":{\"stop_reason\":\"tool_use\"}}\n\ndata: {\"type\":\"message_stop\"}\n\n"));
        ChatRequest chat = Chats.Of("anthropic/claude-haiku-4-5", surface: InferenceSurface.Native);
        var formed = new ChatRequest
        {
            AccountId = chat.AccountId,
            Gateway = chat.Gateway,
            Choice = chat.Choice,
            Messages = chat.Messages,
            Format = new ChatFormat { IsJson = true, Schema = new Dictionary<string, object?> { ["type"] = "object" } },
        };
        List<AiGatewayChatDelta> pieces = await ReadAsync(bench, formed);
        Assert.Equal("{\"a\":1}", string.Concat(pieces.Select(p => p.Text)));
        Assert.Equal("stop", pieces[^1].FinishReason);
        Assert.All(pieces, p => Assert.Empty(p.ToolCalls));
    }

    private static IEnumerable<byte[]> Bytes(params string[] pieces) => pieces.Select(System.Text.Encoding.UTF8.GetBytes);

    private static async Task<List<AiGatewayChatDelta>> ReadAsync(Bench bench, ChatRequest chat)
    {
        var pieces = new List<AiGatewayChatDelta>();
        await bench.Client.Inference.StreamAsync(chat, pieces.Add, bench.Call);
        return pieces;
    }

    private static async Task<bool> RunAsync(Bench bench, List<AiGatewayChatDelta> pieces)
    {
        await bench.Client.Inference.StreamAsync(Chats.Of("openai/gpt-5-mini"), pieces.Add, bench.Call);
        return true;
    }

    private static async Task<(List<AiGatewayChatDelta> Pieces, AiGatewayException Error)> FailAsync(Bench bench, ChatRequest chat)
    {
        var pieces = new List<AiGatewayChatDelta>();
        AiGatewayException error = await Assert.ThrowsAsync<AiGatewayException>(() => bench.Client.Inference.StreamAsync(chat, pieces.Add, bench.Call));
        return (pieces, error);
    }
}
