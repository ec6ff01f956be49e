using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Threading.Tasks;
using Xunit;

namespace CloudflareAiGateway.Client.Tests;

public sealed class ExportTests : IDisposable
{
    private readonly ExportBench _bench = new(new SimulatedLogs(1, Weather.Calm, 230));

    public void Dispose() => _bench.Dispose();

    [Fact]
    public async Task An_export_estimates_writes_and_reports()
    {
        using LogExport export = _bench.Make();
        LogExportProgress progress = await export.PrepareAsync(_bench.Call);
        Assert.Equal(230, progress.ExpectedRows);
        Assert.Equal(5, progress.CallsLeft);
        Assert.Equal(TimeSpan.Zero, progress.TimeLeft);
        Assert.Equal(1, _bench.Server.Requests);
        Assert.Equal(0, new FileInfo(_bench.Partial).Length);

        AiGatewayLogExport report = await FinishAsync(export);
        Assert.True(report.IsComplete);
        Assert.Equal(230, report.Rows);
        Assert.Equal(0, report.Gaps);
        Assert.Equal(0, report.DuplicatesDropped);
        Assert.Equal(_bench.Server.Requests, report.Calls);
        Assert.Equal(report.LastRow!.Value.AddMilliseconds(1), report.Until);
        Assert.True(report.FirstRow < report.LastRow);
        Assert.True(report.Seconds > 0);
        Assert.Equal(("acc", "prod", _bench.Path), (report.AccountId, report.GatewayId, report.Path));
        Assert.Equal(["logs.ndjson"], _bench.Files());
        Assert.Equal(_bench.Server.Initial, _bench.Ids());
    }

    [Fact]
    public void The_estimate_knows_the_quota()
    {
        Assert.Equal(200_000, ExportEstimate.Calls(10_000_000, withPayload: false));
        Assert.Equal(102, ExportEstimate.Calls(50, withPayload: true) + 1);
        Assert.Equal(TimeSpan.Zero, ExportEstimate.Time(1140, 0));
        Assert.Equal(TimeSpan.FromSeconds(215), ExportEstimate.Time(2000, 0));
        Assert.Equal(TimeSpan.FromSeconds(500), ExportEstimate.Time(2000, 5000));
    }

    [Theory]
    [InlineData("e.ndjson", 0)]
    [InlineData("e.ndjson.gz", 20)]
    public async Task Without_rows_the_file_is_empty_and_valid(string name, int length)
    {
        using var bench = new ExportBench(new SimulatedLogs(1, Weather.Calm, 0), name);
        AiGatewayLogExport report = await bench.RunAsync();
        Assert.True(report.IsComplete);
        Assert.Null(report.FirstRow);
        Assert.Equal(bench.Clock.GetUtcNow().AddSeconds(-1), report.Until);
        Assert.Equal(length, bench.Bytes().Length);
        Assert.Empty(bench.Text());
    }

    [Fact]
    public async Task An_earlier_end_of_the_query_is_the_end()
    {
        DateTimeOffset end = SimulatedLogs.Start.AddMilliseconds(100);
        _bench.Query = _bench.Query.With(new AiGatewayLogFilter { Key = LogFilterKey.CreatedAt, Operator = LogFilterOperator.Lt, Value = [end] });
        AiGatewayLogExport report = await _bench.RunAsync();
        Assert.True(report.Rows is > 20 and < 100);
        Assert.True(report.Until <= end && report.LastRow < end);
    }

    [Fact]
    public async Task Evicted_rows_are_gaps()
    {
        using LogExport export = _bench.Make();
        await export.PrepareAsync(_bench.Call);
        _bench.Server.Remove(_bench.Server.Initial.Take(30));
        AiGatewayLogExport report = await FinishAsync(export);
        Assert.Equal((200, 30L), (report.Rows, report.Gaps));
    }

    [Fact]
    public async Task Without_a_total_there_is_no_estimate_and_no_gap()
    {
        using var bench = new ExportBench(new SimulatedLogs(1, Weather.Calm with { Total = TotalCount.Missing }, 60));
        using LogExport export = bench.Make();
        LogExportProgress progress = await export.PrepareAsync(bench.Call);
        Assert.Null(progress.ExpectedRows);
        Assert.Null(progress.CallsLeft);
        Assert.Null(progress.TimeLeft);
        while (!progress.IsComplete)
        {
            progress = await export.StepAsync(bench.Call);
        }

        Assert.Equal((60, null), (export.Report().Rows, export.Report().Gaps));
    }

    [Fact]
    public async Task Bodies_are_written_and_a_missing_one_is_null()
    {
        using var bench = new ExportBench(new SimulatedLogs(1, Weather.Calm, 12)) { WithPayload = true };
        bench.Body = (id, payload) => (id, payload) switch
        {
            ("log-0", LogPayload.Request) => new LogBody("{ \"n\": 1.50,\n \"t\": \"x\" }", new Dictionary<string, object?>(), null),
            ("log-0", _) => new LogBody("data: hello\n", null, null),
            _ => null,
        };
        AiGatewayLogExport report = await bench.RunAsync();
        string[] lines = bench.Text().Split('\n');
        Assert.EndsWith(""","request":{"n":1.50,"t":"x"},"response":"data: hello\n"}""", lines[0], StringComparison.Ordinal);
        Assert.EndsWith(""","request":null,"response":null}""", lines[1], StringComparison.Ordinal);
        Assert.Equal(2 + (12 * 2), report.Calls);
    }

    [Fact]
    public async Task A_gateway_that_is_deleted_midway_leaves_what_was_written()
    {
        using LogExport export = _bench.Make();
        await export.PrepareAsync(_bench.Call);
        _bench.Server.OnRequest = number =>
        {
            if (number > 4)
            {
                throw new AiGatewayException(AiGatewayErrorKind.NotFound, "Could not list logs: not found.") { StatusCode = 404 };
            }
        };
        var error = await Assert.ThrowsAsync<AiGatewayException>(() => FinishAsync(export));
        Assert.Equal((AiGatewayErrorKind.NotFound, 404), (error.Kind, error.StatusCode));
        AiGatewayLogExport report = export.Report();
        Assert.False(report.IsComplete);
        Assert.True(report.Rows > 100);
        Assert.Contains($"{report.Rows} rows were written and stay in '{_bench.Partial}'", error.Message, StringComparison.Ordinal);
        export.Dispose();
        Assert.Equal(report.Rows, (await File.ReadAllLinesAsync(_bench.Partial)).Length);
        Assert.Equal(["logs.ndjson.checkpoint", "logs.ndjson.partial"], _bench.Files());
    }

    [Fact]
    public async Task A_full_disk_is_told_and_resumed_when_there_is_room()
    {
        _bench.Disk.Room = 40_000;
        var error = await Assert.ThrowsAsync<AiGatewayException>(() => _bench.RunAsync());
        Assert.Contains("No space left", error.Message, StringComparison.Ordinal);
        Assert.IsType<IOException>(error.InnerException);
        _bench.Disk.Room = long.MaxValue;
        AiGatewayLogExport report = await _bench.RunAsync(resume: true);
        Assert.Equal(230, report.Rows);
        Assert.Equal(_bench.Server.Initial, _bench.Ids());
    }

    [Fact]
    public async Task A_step_that_failed_can_be_repeated()
    {
        using LogExport export = _bench.Make();
        await export.PrepareAsync(_bench.Call);
        await export.StepAsync(_bench.Call);
        foreach (DiskAct act in Enum.GetValues<DiskAct>())
        {
            bool fails = true;
            _bench.Disk.Before = now =>
            {
                if (now == act && fails)
                {
                    fails = false;
                    throw new IOException("broken");
                }
            };
            if (act is not DiskAct.Move)
            {
                await Assert.ThrowsAsync<AiGatewayException>(() => export.StepAsync(_bench.Call));
                Assert.False((await export.StepAsync(_bench.Call)).IsComplete);
            }
        }

        await Assert.ThrowsAsync<AiGatewayException>(() => FinishAsync(export));
        Assert.False(export.Report().IsComplete);
        Assert.True((await export.StepAsync(_bench.Call)).IsComplete);
        Assert.Equal(_bench.Server.Initial, _bench.Ids());
    }

    private async Task<AiGatewayLogExport> FinishAsync(LogExport export)
    {
        LogExportProgress progress;
        do
        {
            _bench.Clock.Advance(TimeSpan.FromSeconds(1));
            progress = await export.StepAsync(_bench.Call);
        }
        while (!progress.IsComplete);
        return export.Report();
    }
}
