using System;
using System.Threading.Tasks;

namespace CloudflareAiGateway;

/// <summary>
/// An export under way, driven page by page. After each step file and checkpoint agree on the disk, so that it may end at any moment and
/// be resumed to the very bytes that an uninterrupted run gives. Disposing of it closes the file and leaves the checkpoint.
/// </summary>
internal interface ILogExport : IDisposable
{
    /// <summary>Freezes the window or reads the checkpoint, and counts. Writes nothing to the file yet.</summary>
    /// <exception cref="AiGatewayException">Rejected: the file or checkpoint cannot be used; the message says why and what to do.</exception>
    Task<LogExportProgress> PrepareAsync(CallContext call);

    /// <summary>Reads one page, writes it, and saves the checkpoint.</summary>
    Task<LogExportProgress> StepAsync(CallContext call);

    /// <summary>What was done so far.</summary>
    AiGatewayLogExport Report();
}
