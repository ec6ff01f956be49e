using System;
using System.IO;

namespace CloudflareAiGateway.Client;

/// <summary>The files of an export.</summary>
internal sealed class ExportPaths
{
    /// <summary>Names the files.</summary>
    /// <param name="path">The full path of the finished file.</param>
    public ExportPaths(string path) => Final = path;

    /// <summary>The finished file.</summary>
    public string Final { get; }

    /// <summary>The rows so far, never compressed.</summary>
    public string Partial => Final + ".partial";

    /// <summary>The compressed file while it is being made.</summary>
    public string Packing => Final + ".packing";

    /// <summary>What is needed to go on.</summary>
    public string Checkpoint => Final + ".checkpoint";

    /// <summary>Whether the finished file is compressed.</summary>
    public bool IsCompressed => Final.EndsWith(".gz", StringComparison.OrdinalIgnoreCase);

    /// <summary>Finds out before the first request whether the file can be written at all.</summary>
    public void Validate()
    {
        if (Directory.Exists(Final))
        {
            throw ExportErrors.Reject($"'{Final}' is a folder.", "Give the path of a file, such as one in that folder.");
        }

        string? folder = Path.GetDirectoryName(Final);
        if (string.IsNullOrEmpty(folder) || !Directory.Exists(folder))
        {
            throw ExportErrors.Reject($"The folder of '{Final}' does not exist.", "Create the folder first, or give another path.");
        }

        if (File.Exists(Final) && File.GetAttributes(Final).HasFlag(FileAttributes.ReadOnly))
        {
            throw ExportErrors.Reject($"'{Final}' is read-only.", "Give another path, or make the file writable.");
        }

        Probe();
    }

    // Only opening tells: rights, read-only mounts and locks look different on every system.
    private void Probe()
    {
        bool isNew = !File.Exists(Partial);
        try
        {
            using (new FileStream(Partial, FileMode.OpenOrCreate, FileAccess.Write, FileShare.None))
            {
            }

            if (isNew)
            {
                File.Delete(Partial);
            }
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw ExportErrors.Unwritable(Partial, error);
        }
    }
}
