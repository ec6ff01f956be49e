using System;
using System.Threading;
using System.Threading.Tasks;

namespace CloudflareAiGateway.Client.Tests;

internal static class ExportRun
{
    public static CallContext Call => new(new RecordingSink(), CancellationToken.None);

    public static LogExport Make(LiveLog log, LogExportOptions options) => new(log.PageAsync, BodyAsync, options, TimeProvider.System);

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

    public static async Task<AiGatewayLogExport> ToEndAsync(LiveLog log, LogExportOptions options)
    {
        using LogExport export = Make(log, options);
        LogExportProgress progress = await export.PrepareAsync(Call);
        for (int steps = 0; !progress.IsComplete; steps++)
        {
            progress = steps < 5_000 ? await export.StepAsync(Call) : throw new InvalidOperationException("no end");
        }

        return export.Report();
    }

    private static Task<LogBody?> BodyAsync(string account, string gateway, string id, LogPayload payload, CallContext call) =>
        Task.FromResult(payload is LogPayload.Request ? new LogBody($"\"{id}\"", id, "application/json") : null);
}
