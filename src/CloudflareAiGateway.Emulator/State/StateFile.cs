using System;
using System.IO;
using System.Threading;
using System.Threading.Tasks;

namespace CloudflareAiGateway.Emulator;

/// <summary>
/// The file that keeps resources between processes. It is replaced in one step, so a reader sees it before or after a change
/// and needs no lock; a writer holds the lock file from its reading to its writing, so no change gets lost.
/// </summary>
internal sealed class StateFile(string path)
{
    private static readonly TimeSpan s_retryInterval = TimeSpan.FromMilliseconds(5);
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(15);

    private readonly string _path = Path.GetFullPath(path);
    private (DateTime Written, long Length) _seen;
    private string? _revision;

    /// <summary>The file's full path.</summary>
    public string FullPath => _path;

    /// <summary>Whether the file is another one than was read or written last. Cheap, and may miss a change in the same instant.</summary>
    public bool LooksChanged => Look() != _seen;

    /// <summary>Reads the file.</summary>
    /// <returns>The resources; null when there is no file, or when it has the revision that was seen last.</returns>
    /// <exception cref="AiGatewayException">The file is broken.</exception>
    public StateTables? ReadIfNew()
    {
        (DateTime Written, long Length) look = Look();
        if (look.Length < 0)
        {
            _seen = look;
            return null;
        }

        byte[] content;
        using (var stream = new FileStream(_path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete))
        {
            content = new byte[stream.Length];
            stream.ReadExactly(content);
        }

        string revision = StateFormat.Read(content, _path, out StateTables tables);
        bool isNew = revision != _revision || look != _seen;
        _revision = revision;
        _seen = look;
        return isNew ? tables : null;
    }

    /// <summary>Takes the right to write; dispose of it to give it back.</summary>
    /// <exception cref="IOException">Another process did not give it back in time.</exception>
    public async Task<IDisposable> LockAsync(CancellationToken cancellationToken)
    {
        // Real time on purpose, not the injected clock: this waits for another process.
        long started = TimeProvider.System.GetTimestamp();

        // Only a lock is worth waiting for: a folder that cannot be made stays so.
        Directory.CreateDirectory(Path.GetDirectoryName(_path)!);
        while (true)
        {
            try
            {
                return new FileStream(_path + ".lock", FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            }
            catch (IOException) when (TimeProvider.System.GetElapsedTime(started) < s_patience)
            {
                await Task.Delay(s_retryInterval, cancellationToken).ConfigureAwait(false);
            }
        }
    }

    /// <summary>Writes the file anew; only with the lock.</summary>
    public async Task WriteAsync(StateTables tables, CancellationToken cancellationToken)
    {
        string revision = Guid.NewGuid().ToString("N");
        string temporary = _path + ".tmp";
        await File.WriteAllBytesAsync(temporary, StateFormat.Write(tables, revision).ToArray(), cancellationToken).ConfigureAwait(false);
        await MoveIntoPlaceAsync(temporary, cancellationToken).ConfigureAwait(false);
        _revision = revision;
        _seen = Look();
    }

    /// <summary>Makes the next reading count as new.</summary>
    public void Forget()
    {
        _seen = default;
        _revision = null;
    }

    private async Task MoveIntoPlaceAsync(string temporary, CancellationToken cancellationToken)
    {
        long started = TimeProvider.System.GetTimestamp();
        while (true)
        {
            try
            {
                File.Move(temporary, _path, overwrite: true);
                return;
            }
            catch (Exception exception) when (exception is IOException or UnauthorizedAccessException
                && OperatingSystem.IsWindows() && TimeProvider.System.GetElapsedTime(started) < s_patience)
            {
                // Windows refuses to replace a file in the moment in which another process reads it.
                await Task.Delay(s_retryInterval, cancellationToken).ConfigureAwait(false);
            }
        }
    }

    private (DateTime Written, long Length) Look()
    {
        var file = new FileInfo(_path);
        return file.Exists ? (file.LastWriteTimeUtc, file.Length) : (default, -1);
    }
}
