using System;
using System.IO;
using System.Threading;
using System.Threading.Tasks;

namespace CloudflareAiGateway.Emulator;

/// <summary>Gives out the resources to one call at a time, and keeps them in step with the state file.</summary>
internal sealed class StateStore : IDisposable
{
    private readonly SemaphoreSlim _turn = new(1);
    private readonly StateFile? _file;
    private readonly Action<StateTables> _addDefaults;
    private StateTables _tables = new();

    /// <summary>Starts with what is in the file.</summary>
    /// <param name="path">The file; null for memory only.</param>
    /// <param name="addDefaults">Adds what must be there whatever the file says.</param>
    /// <exception cref="AiGatewayException">The file is broken, or cannot be read.</exception>
    public StateStore(string? path, Action<StateTables> addDefaults)
    {
        _file = path is null ? null : new StateFile(path);
        _addDefaults = addDefaults;
        _tables = _file is null ? _tables : ReadFirst(_file) ?? _tables;
        _addDefaults(_tables);
    }

    /// <summary>Runs one piece of work on the resources.</summary>
    /// <param name="writes">Whether it may change them.</param>
    /// <param name="work">The work; it must not keep the tables.</param>
    /// <param name="cancellationToken">Ends the wait for a turn, never the work.</param>
    public async Task<T> RunAsync<T>(bool writes, Func<StateTables, T> work, CancellationToken cancellationToken)
    {
        await _turn.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            if (_file is null)
            {
                return work(_tables);
            }

            return writes
                ? await WriteAsync(_file, work, cancellationToken).ConfigureAwait(false)
                : Read(_file, work);
        }
        catch (Exception exception) when (_file is not null && exception is IOException or UnauthorizedAccessException)
        {
            // As it is, it would look like a broken connection, and be tried again.
            throw StateFormat.Unusable(_file!.FullPath, exception.Message, exception);
        }
        finally
        {
            _turn.Release();
        }
    }

    public void Dispose() => _turn.Dispose();

    private static StateTables? ReadFirst(StateFile file)
    {
        if (Directory.Exists(file.FullPath))
        {
            throw StateFormat.Unusable(file.FullPath, "it is a folder", null);
        }

        try
        {
            return file.ReadIfNew();
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw StateFormat.Unusable(file.FullPath, exception.Message, exception);
        }
    }

    private T Read<T>(StateFile file, Func<StateTables, T> work)
    {
        if (file.LooksChanged)
        {
            Reload(file);
        }

        return work(_tables);
    }

    private async Task<T> WriteAsync<T>(StateFile file, Func<StateTables, T> work, CancellationToken cancellationToken)
    {
        using IDisposable right = await file.LockAsync(cancellationToken).ConfigureAwait(false);
        Reload(file);
        long before = _tables.Version;
        bool saved = false;
        try
        {
            T result = work(_tables);
            if (_tables.Version != before)
            {
                // Not cancellable: once the work is done in memory, the file has to follow.
                await file.WriteAsync(_tables, CancellationToken.None).ConfigureAwait(false);
            }

            saved = true;
            return result;
        }
        finally
        {
            if (!saved)
            {
                file.Forget();
            }
        }
    }

    private void Reload(StateFile file)
    {
        if (file.ReadIfNew() is StateTables tables)
        {
            _tables = tables;
            _addDefaults(_tables);
        }
    }
}
