using System;
using System.Diagnostics;
using System.Globalization;
using System.Management.Automation;

namespace CloudflareAiGateway.Commands;

/// <summary>
/// Exports log rows to a file, oldest first, losing and repeating none while rows come and go. An export that was interrupted goes on with
/// -Resume to the very same bytes.
/// </summary>
/// <remarks>Source: <c>aig-config-list-gateway-logs</c>.</remarks>
[Cmdlet(VerbsData.Export, "AiGatewayLog", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.Low)]
[OutputType(typeof(AiGatewayLogExport))]
public sealed class ExportAiGatewayLogCommand : LogQueryCommand
{
    private const int ProgressId = 0x41494757;

    private static readonly TimeSpan s_progressInterval = TimeSpan.FromMilliseconds(200);

    private readonly Stopwatch _sinceProgress = Stopwatch.StartNew();

    /// <summary>The file; gzip when it ends in .gz.</summary>
    [Parameter(Mandatory = true, Position = 1)]
    [ValidateNotNullOrEmpty]
    public string Path { get; set; } = string.Empty;

    /// <summary>The format of the rows; CSV when the file's name says so, else a JSON object a line.</summary>
    [Parameter]
    public LogExportFormat? Format { get; set; }

    /// <summary>Exports the bodies, too: two more calls per row.</summary>
    [Parameter]
    public SwitchParameter IncludePayload { get; set; }

    /// <summary>Goes on with an export that was interrupted.</summary>
    [Parameter]
    public SwitchParameter Resume { get; set; }

    /// <summary>Replaces a file, or an interrupted export, of that name.</summary>
    [Parameter]
    public SwitchParameter Force { get; set; }

    /// <summary>Exports the rows of one gateway.</summary>
    protected override void ProcessRecord()
    {
        if (!HasValidConditions())
        {
            return;
        }

        string accountId = ResolveAccountId();
        string path = GetUnresolvedProviderPathFromPSPath(Path);
        LogConditions conditions = Conditions();
        if (!ShouldProcess(path, $"{(Resume ? "Resume the export of" : "Export")} the logs of gateway '{Gateway}' (account {accountId})"))
        {
            return;
        }

        var options = new LogExportOptions
        {
            Query = Query(accountId, conditions, descending: false),
            IsWanted = conditions.IsExact ? null : conditions.IsWanted,
            Path = path,
            Format = Format ?? FormatOf(path),
            IncludePayload = IncludePayload,
            Resume = Resume,
            Overwrite = Force,
        };
        using ILogExport export = Client.Logs.Export(options);
        try
        {
            Run(export, accountId);
            WriteObject(export.Report());
        }
        catch (AiGatewayException failure)
        {
            Fail(failure, path);
            if (export.Report() is { Rows: > 0 } partial)
            {
                // What was written stays; the report says how much, and that it is not all.
                WriteObject(partial);
            }
        }
        finally
        {
            WriteProgress(new ProgressRecord(ProgressId, "Export", "Done") { RecordType = ProgressRecordType.Completed });
        }
    }

    private void Run(ILogExport export, string accountId)
    {
        LogExportProgress progress = Await(export.PrepareAsync);
        WriteVerbose(Estimate(progress));
        long before = progress.Rows;
        var watch = Stopwatch.StartNew();
        while (!progress.IsComplete)
        {
            progress = Await(export.StepAsync);
            Show(progress, (progress.Rows - before) / Math.Max(watch.Elapsed.TotalSeconds, 0.001));
        }

        if (progress.Rows == 0)
        {
            WarnWhenLogsAreElsewhere(accountId);
        }
    }

    private void Show(LogExportProgress progress, double rowsPerSecond)
    {
        if (_sinceProgress.Elapsed < s_progressInterval)
        {
            return;
        }

        _sinceProgress.Restart();
        var record = new ProgressRecord(
            ProgressId,
            $"Exporting the logs of gateway '{Gateway}'",
            string.Format(CultureInfo.CurrentCulture, "{0:n0} rows, {1:n0} rows/s", progress.Rows, rowsPerSecond));
        if (progress.ExpectedRows is > 0 and { } expected)
        {
            record.PercentComplete = (int)Math.Min(100, progress.Rows * 100 / expected);
            double atThisRate = (expected - progress.Rows) / Math.Max(rowsPerSecond, 0.001);
            record.SecondsRemaining = (int)Math.Min(int.MaxValue, Math.Max(0, Math.Max(atThisRate, progress.TimeLeft?.TotalSeconds ?? 0)));
        }

        WriteProgress(record);
    }

    private static LogExportFormat FormatOf(string path)
    {
        string name = path.EndsWith(".gz", StringComparison.OrdinalIgnoreCase) ? path.Substring(0, path.Length - 3) : path;
        return System.IO.Path.GetExtension(name).Equals(".csv", StringComparison.OrdinalIgnoreCase) ? LogExportFormat.Csv : LogExportFormat.Ndjson;
    }

    private static string Estimate(LogExportProgress progress)
    {
        string rows = progress.ExpectedRows is { } count ? $"About {count} rows" : "An unknown number of rows";
        string calls = progress.CallsLeft is { } left ? $" in {left} calls" : string.Empty;
        string time = progress.TimeLeft is not { } wait ? string.Empty
            : wait < TimeSpan.FromMinutes(1) ? ": less than a minute under the API's quota"
            : string.Format(CultureInfo.CurrentCulture, ": {0:0} minutes at the least under the API's quota", wait.TotalMinutes);
        return rows + calls + time + ".";
    }
}
