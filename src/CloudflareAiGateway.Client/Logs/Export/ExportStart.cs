using System.IO;

namespace CloudflareAiGateway.Client;

/// <summary>Decides whether the files that are there already let an export begin.</summary>
internal static class ExportStart
{
    /// <summary>For an export from the beginning.</summary>
    public static void CheckNew(ExportPaths paths, LogExportOptions options)
    {
        if (options.Overwrite)
        {
            return;
        }

        if (File.Exists(paths.Checkpoint))
        {
            throw ExportErrors.Reject(
                $"An export to '{paths.Final}' was begun and not finished.",
                "Use -Resume to go on with it, or -Force to start over.");
        }

        RefuseFinished(paths);
    }

    /// <summary>Begins the partial file.</summary>
    public static ExportFile Begin(ExportPaths paths)
    {
        // A checkpoint must not outlive the partial file that it belongs to.
        File.Delete(paths.Checkpoint);
        return ExportFile.Create(paths);
    }

    /// <summary>For an export that goes on.</summary>
    public static void CheckResume(ExportPaths paths, ExportCheckpoint checkpoint, LogExportOptions options)
    {
        var partial = new FileInfo(paths.Partial);
        bool wasFinished = checkpoint.IsComplete && !partial.Exists && File.Exists(paths.Final);
        if (!wasFinished && (!partial.Exists || partial.Length < checkpoint.Length))
        {
            throw ExportErrors.Reject(
                $"The partial file '{paths.Partial}' is missing or shorter than its checkpoint says.",
                "Use -Force without -Resume to export from the beginning.");
        }

        // A complete export that was cut off while finishing may find its own file there.
        if (!checkpoint.IsComplete && !checkpoint.Overwrites && !options.Overwrite)
        {
            RefuseFinished(paths);
        }
    }

    private static void RefuseFinished(ExportPaths paths)
    {
        if (File.Exists(paths.Final))
        {
            throw ExportErrors.Reject($"'{paths.Final}' exists already.", "Use -Force to replace it, or give another path.");
        }
    }
}
