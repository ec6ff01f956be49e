using System;
using System.IO;
using System.Text.Json;

namespace CloudflareAiGateway.Client;

/// <summary>Keeps checkpoints on the disk: at any moment either the one before or the new one is there, whole.</summary>
internal static class CheckpointFile
{
    private static readonly JsonSerializerOptions s_options = new() { PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower };

    /// <summary>Saves a checkpoint.</summary>
    public static void Save(string path, ExportCheckpoint checkpoint)
    {
        string next = path + ".next";
        using (var file = new FileStream(next, FileMode.Create, FileAccess.Write, FileShare.None))
        {
            JsonSerializer.Serialize(file, checkpoint, s_options);
            file.Flush(flushToDisk: true);
        }

        File.Move(next, path, overwrite: true);
    }

    /// <summary>Reads a checkpoint and makes sure that it belongs to this export.</summary>
    /// <exception cref="AiGatewayException">Rejected: missing, damaged, or of something else.</exception>
    public static ExportCheckpoint Read(string path, ExportIdentity wanted)
    {
        if (!File.Exists(path))
        {
            throw ExportErrors.Reject($"There is no checkpoint '{path}' to go on from.", "Leave out -Resume to export from the beginning.");
        }

        ExportCheckpoint checkpoint = Parse(path);
        if (checkpoint.Export!.Differences(wanted) is { Count: > 0 } differences)
        {
            throw ExportErrors.Reject(
                $"The checkpoint '{path}' is of another export: {string.Join(", ", differences)}.",
                "Give the same parameters as before, another -Path, or -Force without -Resume to start over.");
        }

        return checkpoint;
    }

    private static ExportCheckpoint Parse(string path)
    {
        try
        {
            using FileStream file = File.OpenRead(path);
            ExportCheckpoint? checkpoint = JsonSerializer.Deserialize<ExportCheckpoint>(file, s_options);
            if (checkpoint is { Version: > ExportCheckpoint.CurrentVersion })
            {
                throw ExportErrors.Reject(
                    $"The checkpoint '{path}' was written by a newer version of this module.",
                    "Update the module, or use -Force without -Resume to start over.");
            }

            bool isWhole = checkpoint is { Version: ExportCheckpoint.CurrentVersion, Export.Filters: not null, Rows: >= 0, Length: >= 0 }
                && checkpoint.LastTime is null == checkpoint.IdsAtLastTime is null
                && checkpoint.Until != default;
            return isWhole ? checkpoint! : throw Damaged(path, null);
        }
        catch (JsonException error)
        {
            throw Damaged(path, error);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw ExportErrors.Reject($"Cannot read the checkpoint '{path}': {error.Message}", "Make the file readable.", error);
        }
    }

    private static AiGatewayException Damaged(string path, Exception? cause) => ExportErrors.Reject(
        $"The checkpoint '{path}' is damaged.", "Use -Force without -Resume to export from the beginning.", cause);
}
