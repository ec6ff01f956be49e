using System;
using System.Collections.Generic;
using System.IO;
using System.Threading;
using System.Threading.Tasks;

namespace CloudflareAiGateway.Emulator;

/// <summary>A body that is read while it comes into being: a read gives what is there of one piece, and waits for the next piece only when it has to.</summary>
/// <param name="pieces">The pieces.</param>
/// <param name="end">What goes wrong behind the last piece; null for nothing.</param>
internal sealed class PieceStream(IAsyncEnumerable<ReadOnlyMemory<byte>> pieces, IOException? end) : Stream
{
    private readonly CancellationTokenSource _stop = new();
    private IAsyncEnumerator<ReadOnlyMemory<byte>>? _enumerator;
    private Task<bool>? _move;
    private ReadOnlyMemory<byte> _rest;
    private bool _isDisposed;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        ObjectDisposedException.ThrowIf(_isDisposed, this);
        cancellationToken.ThrowIfCancellationRequested();
        _stop.Token.ThrowIfCancellationRequested();
        if (buffer.IsEmpty)
        {
            return 0;
        }

        while (_rest.IsEmpty)
        {
            if (!await MoveAsync(cancellationToken).ConfigureAwait(false))
            {
                return end is null ? 0 : throw end;
            }
        }

        int count = Math.Min(buffer.Length, _rest.Length);
        _rest[..count].CopyTo(buffer);
        _rest = _rest[count..];
        return count;
    }

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    // HttpClient reads in this way only for callers that ask for it, on a thread of theirs.
    public override int Read(byte[] buffer, int offset, int count) => ReadAsync(buffer, offset, count, CancellationToken.None).GetAwaiter().GetResult();

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing && !_isDisposed)
        {
            _isDisposed = true;
            _stop.Cancel();
            _ = EndAsync();
        }

        base.Dispose(disposing);
    }

    private async Task<bool> MoveAsync(CancellationToken cancellationToken)
    {
        _enumerator ??= pieces.GetAsyncEnumerator(_stop.Token);

        // A reader that gives up a read does not come back for the rest.
        using CancellationTokenRegistration registration = cancellationToken.Register(_stop.Cancel);
        _move = _enumerator.MoveNextAsync().AsTask();
        bool moved = await _move.ConfigureAwait(false);
        _rest = moved ? _enumerator.Current : default;
        return moved;
    }

    /// <summary>Lets the maker of the pieces clean up, as soon as it is not in the middle of one.</summary>
    private async Task EndAsync()
    {
        if (_move is not null)
        {
            await _move.ContinueWith(static _ => { }, CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default).ConfigureAwait(false);
        }

        if (_enumerator is not null)
        {
            await _enumerator.DisposeAsync().ConfigureAwait(false);
        }

        _stop.Dispose();
    }
}
