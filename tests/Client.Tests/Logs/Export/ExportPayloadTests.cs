using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text.Json;
using System.Threading.Tasks;
using Xunit;

namespace CloudflareAiGateway.Client.Tests;

public sealed class ExportPayloadTests : IDisposable
{
    private readonly Folder _folder = new();
    private readonly LiveLog _log = new(3, 120, 3);
    private readonly HashSet<string> _gone = [];
    private string? _fails;

    private string Target => _folder["logs.ndjson"];

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_row_that_goes_between_its_page_and_its_bodies_is_exported_without_them()
    {
        _gone.UnionWith(_log.Ids.Skip(40).Take(30));
        AiGatewayLogExport report = await ExportRun.ToEndAsync(_log, ExportRun.Options(Target, payload: true), BodyAsync);
        Assert.Equal(_log.Ids.Count, report.Rows);
        string[] lines = await File.ReadAllLinesAsync(Target);
        Assert.Equal(_gone.Order(), lines.Where(line => !HasBody(line)).Select(Id).Order());
        Assert.Equal(_log.Ids.Order(), lines.Select(Id).Order());
    }

    [Fact]
    public async Task A_body_that_cannot_be_read_midway_costs_no_row_on_resuming()
    {
        string whole = _folder["whole"];
        await ExportRun.ToEndAsync(_log, ExportRun.Options(whole, payload: true), BodyAsync);
        _fails = _log.Ids.ElementAt(75);
        using (LogExport export = ExportRun.Make(_log, ExportRun.Options(Target, payload: true), BodyAsync))
        {
            await export.PrepareAsync(ExportRun.Call);
            await Assert.ThrowsAsync<AiGatewayException>(async () =>
            {
                while (!(await export.StepAsync(ExportRun.Call)).IsComplete)
                {
                }
            });
        }

        _fails = null;
        await ExportRun.ToEndAsync(_log, ExportRun.Options(Target, payload: true, resume: true), BodyAsync);
        Assert.Equal(await File.ReadAllBytesAsync(whole), await File.ReadAllBytesAsync(Target));
    }

    private static string Id(string line) => JsonDocument.Parse(line).RootElement.GetProperty("id").GetString()!;

    private static bool HasBody(string line) =>
        JsonDocument.Parse(line).RootElement.TryGetProperty("request", out JsonElement body) && body.ValueKind != JsonValueKind.Null;

    private Task<LogBody?> BodyAsync(string account, string gateway, string id, LogPayload payload, CallContext call) =>
        id == _fails ? throw new AiGatewayException(AiGatewayErrorKind.Unavailable, "later")
        : _gone.Contains(id) ? throw new AiGatewayException(AiGatewayErrorKind.NotFound, "gone")
        : Task.FromResult<LogBody?>(new LogBody($"\"{id}\"", id, "application/json"));
}
