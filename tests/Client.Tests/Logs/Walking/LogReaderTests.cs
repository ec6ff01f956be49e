using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Xunit;

namespace CloudflareAiGateway.Client.Tests;

public class LogReaderTests
{
    private readonly List<(int Page, CallContext Call, TaskCompletionSource<ResultPage<AiGatewayLog>> Answer)> _sent = [];

    [Fact]
    public async Task A_consumer_that_stops_early_costs_one_request()
    {
        var log = new LiveLog(1, 200, 3);
        using var reader = new LogReader(log.PageAsync, new LogQuery(), 50, 4);
        Assert.Equal(50, (await reader.ReadAsync(ExportRun.Call)).Count);
        Assert.Equal(1, log.Requests);
    }

    [Fact]
    public async Task Pages_that_come_out_of_order_are_given_in_order()
    {
        using var reader = new LogReader(Ask, new LogQuery(), 1, 4);
        Task<IReadOnlyList<AiGatewayLog>> first = reader.ReadAsync(ExportRun.Call);
        Answer(0);
        await first;
        reader.FetchAhead();
        Assert.Equal([1, 2, 3, 4, 5], _sent.Select(sent => sent.Page));
        Answer(4);
        Answer(3);
        Answer(2);
        Task<IReadOnlyList<AiGatewayLog>> second = reader.ReadAsync(ExportRun.Call);
        Assert.False(second.IsCompleted);
        Answer(1);
        Assert.Equal("2", (await second)[0].Id);
        Assert.Equal("3", (await reader.ReadAsync(ExportRun.Call))[0].Id);
    }

    [Fact]
    public async Task A_failure_ahead_comes_at_its_turn_and_messages_go_to_who_waits()
    {
        using var reader = new LogReader(Ask, new LogQuery(), 1, 2);
        Task<IReadOnlyList<AiGatewayLog>> first = reader.ReadAsync(ExportRun.Call);
        Answer(0);
        await first;
        reader.FetchAhead();
        _sent[2].Answer.SetException(new AiGatewayException(AiGatewayErrorKind.Network, "third"));
        _sent[1].Call.Sink.Report(DiagnosticKind.Verbose, "kept");
        Answer(1);
        var sink = new RecordingSink();
        Assert.Equal("2", (await reader.ReadAsync(new CallContext(sink, CancellationToken.None)))[0].Id);
        Assert.Equal(["kept"], sink.All);
        await Assert.ThrowsAsync<AiGatewayException>(() => reader.ReadAsync(ExportRun.Call));
    }

    [Fact]
    public async Task Stopping_ends_the_wait_and_what_is_under_way()
    {
        using var reader = new LogReader(Ask, new LogQuery(), 1, 1);
        using var stop = new CancellationTokenSource();
        Task<IReadOnlyList<AiGatewayLog>> read = reader.ReadAsync(new CallContext(new RecordingSink(), stop.Token));
        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => read);
        Assert.True(_sent[0].Call.CancellationToken.IsCancellationRequested);
    }

    private Task<ResultPage<AiGatewayLog>> Ask(LogQuery query, int page, int pageSize, CallContext call)
    {
        _sent.Add((page, call, new TaskCompletionSource<ResultPage<AiGatewayLog>>()));
        return _sent[^1].Answer.Task;
    }

    private void Answer(int index)
    {
        int page = _sent[index].Page;
        var row = new AiGatewayLog { Id = $"{page}", CreatedAt = LiveLog.Start.AddSeconds(-page) };
        _sent[index].Answer.SetResult(new ResultPage<AiGatewayLog>([row], page, 1, 100));
    }
}
