using System;
using System.Collections.Generic;
using System.IO;
using System.Text.Json;
using System.Threading;
using System.Threading.Tasks;

namespace CloudflareAiGateway.Client.Tests;

internal static class ExportRun
{
    public static CallContext Call => new(new RecordingSink(), CancellationToken.None);

    public static LogExport Make(LiveLog log, LogExportOptions options, LogBodySource? bodies = null) =>
        new(log.PageAsync, bodies ?? BodyAsync, options, TimeProvider.System);

    public static LogExportOptions Options(
        string path, LogExportFormat format = LogExportFormat.Ndjson, bool resume = false, bool payload = false, bool overwrite = false, string? search = null) => new()
        {
            Query = new LogQuery { AccountId = "account", Gateway = "gateway", Search = search },
            Path = path,
            Format = format,
            Resume = resume,
            IncludePayload = payload,
            Overwrite = overwrite,
        };

    public static async Task<AiGatewayLogExport> ToEndAsync(LiveLog log, LogExportOptions options, LogBodySource? bodies = null)
    {
        using LogExport export = Make(log, options, bodies);
        LogExportProgress progress = await export.PrepareAsync(Call);
        for (int steps = 0; !progress.IsComplete; steps++)
        {
            progress = steps < 5_000 ? await export.StepAsync(Call) : throw new InvalidOperationException("no end");
        }

        return export.Report();
    }

    /// <summary>Runs an export that is killed again and again, also in the midst of a write. A log that is calm is so until the window is frozen.</summary>
    public static async Task WithKillsAsync(LiveLog log, LogExportOptions first, LogExportOptions again, Random random)
    {
        LogExportOptions options = first;
        for (int runs = 0; runs < 1_000; runs++)
        {
            using LogExport export = Make(log, options);
            LogExportProgress progress = await export.PrepareAsync(Call);
            log.IsCalm = false;

            // Long enough to believe the end now and then: a run begins to doubt anew.
            for (int steps = random.Next(1, 30); steps > 0 && !progress.IsComplete; steps--)
            {
                progress = await export.StepAsync(Call);
            }

            if (progress.IsComplete)
            {
                return;
            }

            export.Dispose();
            if (File.Exists(options.Path + ".checkpoint"))
            {
                options = again;
                if (random.Next(2) == 0)
                {
                    await File.AppendAllTextAsync(options.Path + ".partial", "{\"id\":\"cut");
                }
            }
        }

        throw new InvalidOperationException("no end");
    }

    /// <summary>The rows in a file: ids and times.</summary>
    public static List<AiGatewayLog> Rows(string path)
    {
        var rows = new List<AiGatewayLog>();
        foreach (string line in File.ReadLines(path))
        {
            using JsonDocument row = JsonDocument.Parse(line);
            rows.Add(new AiGatewayLog { Id = row.RootElement.GetProperty("id").GetString()!, CreatedAt = row.RootElement.GetProperty("created_at").GetDateTimeOffset() });
        }

        return rows;
    }

    private static Task<LogBody?> BodyAsync(string account, string gateway, string id, LogPayload payload, CallContext call) =>
        Task.FromResult(payload is LogPayload.Request ? new LogBody($"\"{id}\"", id, "application/json") : null);
}
