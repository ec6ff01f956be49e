using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Xunit;

namespace CloudflareAiGateway.Client.Tests;

/// <summary>When the reader asks, what it waits for, and how it fails and stops, over a log whose answers are held back.</summary>
public class LogReaderTests
{
    private readonly LiveLog _log = new(1, 2_000, 1);
    private readonly List<Question> _sent = [];

    [Fact]
    public async Task A_consumer_that_stops_early_costs_one_request()
    {
        using var reader = new LogReader(_log.PageAsync, new LogQuery(), 50, 4, new LogWalkOptions { ShowsFirstPage = true });
        Assert.Equal(50, (await reader.ReadAsync(ExportRun.Call)).Count);
        Assert.Equal(1, _log.Requests);
    }

    [Fact]
    public async Task Pages_that_come_out_of_order_are_given_in_order()
    {
        using LogReader reader = await BeginAsync(throttleLimit: 4);
        Assert.Equal(1 + 4, Sent.Count);
        var given = new List<string>();
        while (given.Count < 600)
        {
            Task<IReadOnlyList<AiGatewayLog>> read = reader.ReadAsync(ExportRun.Call);
            while (!read.IsCompleted)
            {
                if (Sent.FindLast(question => !question.IsAnswered) is { } newest)
                {
                    await newest.AnswerAsync();
                }

                await Task.Yield();
            }

            given.AddRange((await read).Select(row => row.Id));
        }

        Assert.Equal(NewestFirst.Skip(50).Take(given.Count), given);
    }

    [Fact]
    public async Task A_failure_ahead_comes_at_its_turn_and_messages_go_to_who_waits()
    {
        using LogReader reader = await BeginAsync(throttleLimit: 2);
        var sink = new RecordingSink();
        Sent[2].Fail("ahead");
        Sent[1].Call.Sink.Report(DiagnosticKind.Verbose, "kept");
        await Sent[1].AnswerAsync();
        List<string> given = [.. (await reader.ReadAsync(new CallContext(sink, CancellationToken.None))).Select(row => row.Id)];
        Assert.Equal(["kept"], sink.All);

        // The pages before it are given, then it is told, then it is asked for again.
        Assert.Equal("ahead", (await Assert.ThrowsAsync<AiGatewayException>(() => ReadAsync(reader, given, 1_000))).Message);
        Assert.InRange(given.Count, 50, 200);
        await ReadAsync(reader, given, 1_000);
        Assert.Equal(NewestFirst.Skip(50).Take(given.Count), given);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(4)]
    public async Task A_failure_at_once_is_told(int throttleLimit)
    {
        LogPageSource source = (_, _, _, _) => throw new AiGatewayException(AiGatewayErrorKind.NotFound, "no such gateway");
        using var reader = new LogReader(source, new LogQuery(), 50, throttleLimit, new LogWalkOptions());
        for (int tries = 0; tries < 2; tries++)
        {
            Assert.Equal("no such gateway", (await Assert.ThrowsAsync<AiGatewayException>(() => reader.ReadAsync(ExportRun.Call))).Message);
        }
    }

    [Fact]
    public async Task Stopping_ends_the_wait_and_what_is_under_way()
    {
        using LogReader reader = await BeginAsync(throttleLimit: 4);
        using var stop = new CancellationTokenSource();
        Task<IReadOnlyList<AiGatewayLog>> read = reader.ReadAsync(new CallContext(new RecordingSink(), stop.Token));
        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => read);
        Assert.All(Sent.Skip(1), question => Assert.True(question.Call.CancellationToken.IsCancellationRequested));
    }

    // The reader asks on threads of its own.
    private List<Question> Sent
    {
        get
        {
            lock (_sent)
            {
                return [.. _sent];
            }
        }
    }

    private IEnumerable<string> NewestFirst => _log.Rows.Reverse().Select(row => row.Id);

    private async Task<LogReader> BeginAsync(int throttleLimit)
    {
        var reader = new LogReader(AskAsync, new LogQuery(), 50, throttleLimit, new LogWalkOptions { ShowsFirstPage = true });
        Task<IReadOnlyList<AiGatewayLog>> first = reader.ReadAsync(ExportRun.Call);
        await Sent[0].AnswerAsync();
        Assert.Equal(50, (await first).Count);
        reader.FetchAhead();
        return reader;
    }

    private async Task ReadAsync(LogReader reader, List<string> given, int until)
    {
        while (given.Count < until)
        {
            Task<IReadOnlyList<AiGatewayLog>> read = reader.ReadAsync(ExportRun.Call);
            while (!read.IsCompleted)
            {
                foreach (Question question in Sent.FindAll(question => !question.IsAnswered))
                {
                    await question.AnswerAsync();
                }

                await Task.Yield();
            }

            given.AddRange((await read).Select(row => row.Id));
        }
    }

    private Task<ResultPage<AiGatewayLog>> AskAsync(LogQuery query, int page, int pageSize, CallContext call)
    {
        var question = new Question(() => _log.PageAsync(query, page, pageSize, ExportRun.Call), call);
        lock (_sent)
        {
            _sent.Add(question);
        }

        return question.Answer;
    }

    private sealed class Question(Func<Task<ResultPage<AiGatewayLog>>> look, CallContext call)
    {
        private readonly TaskCompletionSource<ResultPage<AiGatewayLog>> _answer = new();

        public CallContext Call => call;

        public Task<ResultPage<AiGatewayLog>> Answer => _answer.Task;

        public bool IsAnswered => _answer.Task.IsCompleted;

        public async Task AnswerAsync() => _answer.SetResult(await look());

        public void Fail(string message) => _answer.SetException(new AiGatewayException(AiGatewayErrorKind.Network, message));
    }
}
