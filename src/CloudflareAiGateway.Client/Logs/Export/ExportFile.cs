using System;
using System.IO;
using System.IO.Compression;

namespace CloudflareAiGateway.Client;

/// <summary>The partial file: grows by whole pages, and becomes the finished file at the end.</summary>
/// <remarks>
/// It is not compressed, even when the finished file is. A compressed stream that is cut at any page and gone on with would not have
/// the bytes of one written in one go, whereas packing the whole at the end does (gzip's time stamp is 0). The price is disk: until
/// then the rows lie there unpacked, for a moment beside the packed file.
/// </remarks>
internal sealed class ExportFile : IDisposable
{
    private readonly ExportPaths _paths;
    private readonly FileStream _stream;

    private ExportFile(ExportPaths paths, FileStream stream, long length)
    {
        _paths = paths;
        _stream = stream;
        Length = length;
    }

    /// <summary>The bytes that count; what lies behind them was not finished.</summary>
    public long Length { get; private set; }

    /// <summary>Begins a new file.</summary>
    public static ExportFile Create(ExportPaths paths) =>
        new(paths, new FileStream(paths.Partial, FileMode.Create, FileAccess.ReadWrite, FileShare.Read), 0);

    /// <summary>Goes on with a file.</summary>
    public static ExportFile Open(ExportPaths paths, long length) =>
        new(paths, new FileStream(paths.Partial, FileMode.Open, FileAccess.ReadWrite, FileShare.Read), length);

    /// <summary>Adds bytes, and returns when they are on the disk.</summary>
    public void Append(MemoryStream bytes)
    {
        // Also after a write that failed halfway, as on a full disk.
        _stream.SetLength(Length);
        _stream.Position = Length;
        bytes.WriteTo(_stream);
        _stream.Flush(flushToDisk: true);
        Length = _stream.Length;
    }

    /// <summary>Makes it the finished file. May be done again after a crash at any point.</summary>
    public void Finish()
    {
        if (!_paths.IsCompressed)
        {
            _stream.Dispose();
            File.Move(_paths.Partial, _paths.Final, overwrite: true);
            return;
        }

        _stream.SetLength(Length);
        _stream.Position = 0;
        using (var packed = new FileStream(_paths.Packing, FileMode.Create, FileAccess.Write, FileShare.None))
        {
            using (var gzip = new GZipStream(packed, CompressionLevel.Optimal, leaveOpen: true))
            {
                _stream.CopyTo(gzip);
            }

            packed.Flush(flushToDisk: true);
        }

        File.Move(_paths.Packing, _paths.Final, overwrite: true);
        _stream.Dispose();
        File.Delete(_paths.Partial);
    }

    /// <inheritdoc/>
    public void Dispose() => _stream.Dispose();
}
