using System;
using System.IO;
using System.Threading.Tasks;

namespace CloudflareAiGateway.Client;

/// <summary>Writes an answer into a file as it comes. The file appears when it is complete; an answer that breaks off leaves what was there.</summary>
internal static class AnswerFile
{
    /// <summary>Writes it.</summary>
    /// <returns>How many bytes.</returns>
    /// <exception cref="AiGatewayException">OutFileFailed, or the answer broke off.</exception>
    public static async Task<long> WriteAsync(ApiStream stream, string path)
    {
        string part = $"{path}.{Guid.NewGuid():N}.part";
        bool complete = false;
        try
        {
            long length;
            using (var file = new FileStream(part, FileMode.CreateNew, FileAccess.Write, FileShare.None, 64 * 1024, useAsync: true))
            {
                await WholeBody.CopyAsync(stream, file).ConfigureAwait(false);
                length = file.Length;
            }

            File.Move(part, path, overwrite: true);
            complete = true;
            return length;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new AiGatewayException(AiGatewayErrorKind.Rejected, $"The answer could not be written to '{path}': {exception.Message}", exception)
            {
                Reason = AiGatewayErrorReason.OutFileFailed,
                RecommendedAction = "Check the folder, its rights and the free space. The call itself was answered and may have been billed; the log may hold the answer.",
            };
        }
        finally
        {
            if (!complete)
            {
                File.Delete(part);
            }
        }
    }
}
