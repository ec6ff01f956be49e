using System.Management.Automation;
using CloudflareAiGateway.Completion;

namespace CloudflareAiGateway.Commands;

/// <summary>Drives the steps of storing a key and shows how far they are.</summary>
internal static class ProviderKeyRun
{
    private const int ProgressId = 0x41494b45;

    /// <summary>Runs all steps.</summary>
    /// <param name="command">The command, on whose thread progress is written and whose stop ends the steps.</param>
    /// <param name="setup">The steps.</param>
    /// <param name="activity">What is done, above the progress bar.</param>
    /// <returns>The stored key.</returns>
    /// <exception cref="AiGatewayException">A step failed; the message says what is there now.</exception>
    public static AiGatewayProviderKey Complete(CancellableCommand command, IProviderKeySetup setup, string activity)
    {
        try
        {
            ProviderKeyProgress progress = new() { Status = "Starting" };
            while (progress.Key is null)
            {
                command.WriteProgress(new ProgressRecord(ProgressId, activity, progress.Status) { PercentComplete = progress.Percent });
                progress = command.Await(setup.StepAsync);
            }

            return progress.Key;
        }
        finally
        {
            // Whatever the end, something may be there now that was not.
            CompletionCache.Clear();
            command.WriteProgress(new ProgressRecord(ProgressId, activity, "Done") { RecordType = ProgressRecordType.Completed });
        }
    }
}
