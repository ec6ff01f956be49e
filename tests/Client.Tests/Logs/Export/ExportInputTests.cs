using System;
using System.IO;
using System.Linq;
using System.Reflection;
using System.Threading.Tasks;
using Xunit;

namespace CloudflareAiGateway.Client.Tests;

public sealed class ExportInputTests : IDisposable
{
    private readonly Folder _folder = new();
    private readonly LiveLog _log = new(1, 200, 3);

    private string Target => _folder["logs.ndjson"];

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_begun_export_is_not_begun_again_without_being_told()
    {
        await StepOnceAsync();
        AiGatewayException error = await RefusedAsync(ExportRun.Options(Target));
        Assert.Contains("-Resume", error.RecommendedAction, StringComparison.Ordinal);
        Assert.Contains("-Force", error.RecommendedAction, StringComparison.Ordinal);
        Assert.True((await ExportRun.ToEndAsync(_log, ExportRun.Options(Target, overwrite: true))).IsComplete);
    }

    [Fact]
    public async Task A_foreign_checkpoint_is_refused_with_what_differs()
    {
        await StepOnceAsync();
        AiGatewayException error = await RefusedAsync(ExportRun.Options(Target, LogExportFormat.Csv, resume: true, search: "x"));
        Assert.Contains("format ('Ndjson' there, 'Csv' here)", error.Message, StringComparison.Ordinal);
        Assert.Contains("search text", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_checkpoint_cut_anywhere_is_damaged()
    {
        await StepOnceAsync();
        byte[] whole = await File.ReadAllBytesAsync(Target + ".checkpoint");
        for (int length = 0; length < whole.Length; length += 7)
        {
            await File.WriteAllBytesAsync(Target + ".checkpoint", whole[..length]);
            Assert.Contains("damaged", (await RefusedAsync(ExportRun.Options(Target, resume: true))).Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_missing_checkpoint_or_partial_file_is_told()
    {
        Assert.Contains("no checkpoint", (await RefusedAsync(ExportRun.Options(Target, resume: true))).Message, StringComparison.Ordinal);
        await StepOnceAsync();
        File.Delete(Target + ".partial");
        Assert.Contains("missing", (await RefusedAsync(ExportRun.Options(Target, resume: true))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Paths_that_cannot_be_written_are_refused_before_any_request()
    {
        await RefusedAsync(ExportRun.Options(Path.GetDirectoryName(Target)!));
        await RefusedAsync(ExportRun.Options(Path.Combine(_folder["none"], "logs")));
        await File.WriteAllTextAsync(Target, "mine");
        await RefusedAsync(ExportRun.Options(Target));
        Assert.Equal(0, _log.Requests);
        Assert.Equal("mine", await File.ReadAllTextAsync(Target));
    }

    [Fact]
    public void Every_known_member_is_exported()
    {
        string[] names = [.. typeof(AiGatewayLog).GetProperties()
            .Where(property => !property.IsDefined(typeof(NotOnWireAttribute)) && property.Name != "AdditionalProperties")
            .Select(WireSpelling.Of)];
        Assert.Equal(names.Order(), LogColumns.All.Select(column => column.Name).Order());
    }

    private async Task StepOnceAsync()
    {
        using LogExport export = ExportRun.Make(_log, ExportRun.Options(Target));
        await export.PrepareAsync(ExportRun.Call);
        await export.StepAsync(ExportRun.Call);
    }

    private async Task<AiGatewayException> RefusedAsync(LogExportOptions options)
    {
        using LogExport export = ExportRun.Make(_log, options);
        AiGatewayException error = await Assert.ThrowsAsync<AiGatewayException>(() => export.PrepareAsync(ExportRun.Call));
        Assert.Equal(AiGatewayErrorKind.Rejected, error.Kind);
        Assert.NotNull(error.RecommendedAction);
        return error;
    }
}
