using System;
using System.IO;
using System.Threading.Tasks;
using Xunit;

namespace CloudflareAiGateway.Client.Tests;

/// <summary>Exports that crash in their very last rename, at each state that the files can be in then.</summary>
public sealed class ExportFinishTests : IDisposable
{
    private readonly Folder _folder = new();
    private readonly LiveLog _log = new(1, 120, 3);

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("logs.ndjson")]
    [InlineData("logs.ndjson.gz")]
    public async Task Before_the_rename(string name)
    {
        (string target, byte[] whole) = await CrashAsync(name);
        await ResumedAsync(target, whole);
    }

    [Theory]
    [InlineData("logs.ndjson")]
    [InlineData("logs.ndjson.gz")]
    public async Task After_the_rename_with_the_checkpoint_left(string name)
    {
        (string target, byte[] whole) = await CrashAsync(name);
        await File.WriteAllBytesAsync(target, whole);
        File.Delete(target + ".partial");
        await ResumedAsync(target, whole);
    }

    [Fact]
    public async Task While_packing()
    {
        (string target, byte[] whole) = await CrashAsync("logs.ndjson.gz");
        await File.WriteAllBytesAsync(target + ".packing", whole[..(whole.Length / 2)]);
        await ResumedAsync(target, whole);
    }

    [Fact]
    public async Task After_the_rename_of_the_packed_file_with_the_rows_left()
    {
        (string target, byte[] whole) = await CrashAsync("logs.ndjson.gz");
        await File.WriteAllBytesAsync(target, whole);
        await ResumedAsync(target, whole);
    }

    [Fact]
    public async Task With_bytes_behind_those_that_count()
    {
        (string target, byte[] whole) = await CrashAsync("logs.ndjson.gz");
        await File.AppendAllTextAsync(target + ".partial", "{\"id\":\"cut");
        await ResumedAsync(target, whole);
    }

    [Fact]
    public async Task With_an_older_file_to_be_replaced()
    {
        (string target, byte[] whole) = await CrashAsync("logs.ndjson", overwrite: true);
        await File.WriteAllTextAsync(target, "older");
        await ResumedAsync(target, whole);
    }

    private async Task<(string Target, byte[] Whole)> CrashAsync(string name, bool overwrite = false)
    {
        string whole = _folder["whole-" + name];
        await ExportRun.ToEndAsync(_log, ExportRun.Options(whole));
        string target = _folder[name];
        using LogExport export = ExportRun.Make(_log, ExportRun.Options(target, overwrite: overwrite));
        await export.PrepareAsync(ExportRun.Call);

        // A folder in the file's place makes the rename fail, as a crash before it would.
        Directory.CreateDirectory(Path.Combine(target, "x"));
        await Assert.ThrowsAsync<AiGatewayException>(async () =>
        {
            while (!(await export.StepAsync(ExportRun.Call)).IsComplete)
            {
            }
        });
        Assert.False(export.Report().IsComplete);
        Directory.Delete(target, recursive: true);
        File.Delete(target + ".packing");
        Assert.True(File.Exists(target + ".partial") && File.Exists(target + ".checkpoint"));
        return (target, await File.ReadAllBytesAsync(whole));
    }

    private async Task ResumedAsync(string target, byte[] whole)
    {
        int requests = _log.Requests;
        AiGatewayLogExport report = await ExportRun.ToEndAsync(_log, ExportRun.Options(target, resume: true));
        Assert.True(report.IsComplete);
        Assert.Equal(120, report.Rows, 3.0);
        Assert.Equal(requests, _log.Requests);
        Assert.Equal(whole, await File.ReadAllBytesAsync(target));
        Assert.DoesNotContain(Directory.GetFiles(Path.GetDirectoryName(target)!), file => file.StartsWith(target + ".", StringComparison.Ordinal));
    }
}
