using System;

namespace CloudflareAiGateway.Client;

/// <summary>Why an export cannot go on, and what to do.</summary>
internal static class ExportErrors
{
    /// <summary>An error about a file.</summary>
    public static AiGatewayException Reject(string message, string action, Exception? cause = null) =>
        new(AiGatewayErrorKind.Rejected, message, cause) { RecommendedAction = action };

    /// <summary>The disk refused a write.</summary>
    public static AiGatewayException Unwritable(string path, Exception cause) => Reject(
        $"Cannot write '{path}': {cause.Message}",
        "Make sure that the folder is writable and the disk has room; then run the export again, with -Resume if it had begun.",
        cause);

    /// <summary>The gateway is gone while its rows were read: what was written stays.</summary>
    public static AiGatewayException Gone(AiGatewayException cause, string gateway, long rows, string partial) =>
        new(AiGatewayErrorKind.NotFound, $"Gateway '{gateway}' is gone: {cause.Message} The {rows} rows read before are in '{partial}'.", cause)
        {
            StatusCode = cause.StatusCode,
            ApiErrors = cause.ApiErrors,
            RayId = cause.RayId,
            Method = cause.Method,
            PathTemplate = cause.PathTemplate,
            RecommendedAction = "Keep the partial file under another name if its rows are wanted; the export cannot be finished without the gateway.",
        };
}
