using System;
using System.IO;

namespace CloudflareAiGateway.Client.Tests;

internal enum DiskAct
{
    Write,
    Flush,
    Replace,
    Move,
}

/// <summary>The disk, which can fail at any place.</summary>
internal sealed class FragileDisk : IExportDisk
{
    /// <summary>Told of each act before it is done; may throw.</summary>
    public Action<DiskAct>? Before { get; set; }

    /// <summary>How many bytes fit on the disk.</summary>
    public long Room { get; set; } = long.MaxValue;

    public Stream Open(string path) => new FragileStream(this, ExportDisk.Instance.Open(path));

    public void Flush(Stream file)
    {
        Before?.Invoke(DiskAct.Flush);
        file.Flush();
    }

    public void Replace(string path, byte[] content)
    {
        Before?.Invoke(DiskAct.Replace);
        ExportDisk.Instance.Replace(path, content);
    }

    public void Move(string from, string to, bool overwrite)
    {
        Before?.Invoke(DiskAct.Move);
        ExportDisk.Instance.Move(from, to, overwrite);
    }

    private sealed class FragileStream(FragileDisk disk, Stream inner) : Stream
    {
        public override bool CanRead => inner.CanRead;

        public override bool CanSeek => inner.CanSeek;

        public override bool CanWrite => inner.CanWrite;

        public override long Length => inner.Length;

        public override long Position { get => inner.Position; set => inner.Position = value; }

        public override void Flush() => inner.Flush();

        public override int Read(byte[] buffer, int offset, int count) => inner.Read(buffer, offset, count);

        public override long Seek(long offset, SeekOrigin origin) => inner.Seek(offset, origin);

        public override void SetLength(long value) => inner.SetLength(value);

        public override void Write(byte[] buffer, int offset, int count)
        {
            disk.Before?.Invoke(DiskAct.Write);
            long fits = Math.Min(count, Math.Max(0, disk.Room - inner.Position));
            inner.Write(buffer, offset, (int)fits);
            if (fits < count)
            {
                inner.Flush();
                throw new IOException("No space left on device.");
            }
        }

        protected override void Dispose(bool disposing)
        {
            if (disposing)
            {
                inner.Dispose();
            }

            base.Dispose(disposing);
        }
    }
}
