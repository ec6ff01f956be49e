using System;
using System.IO;
using System.Linq;
using System.Text;

namespace CloudflareAiGateway;

/// <summary>A configuration file on disk: its text, and whether a byte order mark stands before it. Written as a whole or not at all.</summary>
internal sealed class ConfigFile
{
    private static readonly UTF8Encoding s_utf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);
    private static readonly byte[] s_mark = { 0xEF, 0xBB, 0xBF };

    private readonly byte[]? _read;

    private ConfigFile(string path, byte[]? read, string text, bool hasMark)
    {
        Path = path;
        _read = read;
        Text = text;
        HasMark = hasMark;
    }

    /// <summary>The file.</summary>
    public string Path { get; }

    /// <summary>Its text, without a byte order mark; empty when it does not exist.</summary>
    public string Text { get; }

    /// <summary>Whether a byte order mark stands before the text.</summary>
    public bool HasMark { get; }

    /// <summary>Whether the file exists.</summary>
    public bool Exists => _read is not null;

    /// <summary>Reads a file; one that does not exist is empty.</summary>
    /// <exception cref="ConfigSyntaxException">Its bytes are no UTF-8.</exception>
    /// <exception cref="IOException">It cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">It may not be read.</exception>
    public static ConfigFile Read(string path)
    {
        if (!File.Exists(path))
        {
            return new ConfigFile(path, null, string.Empty, hasMark: false);
        }

        byte[] bytes = File.ReadAllBytes(path);
        bool hasMark = bytes.Length >= s_mark.Length && bytes.Take(s_mark.Length).SequenceEqual(s_mark);
        int start = hasMark ? s_mark.Length : 0;
        try
        {
            return new ConfigFile(path, bytes, s_utf8.GetString(bytes, start, bytes.Length - start), hasMark);
        }
        catch (DecoderFallbackException wrong)
        {
            string before = Encoding.UTF8.GetString(bytes, start, Math.Max(0, wrong.Index));
            throw new ConfigSyntaxException("The file is not in UTF-8, which wrangler reads", before, before.Length);
        }
    }

    /// <summary>Replaces the file's text. A power cut leaves the old file or the new one; permissions and a byte order mark stay.</summary>
    /// <exception cref="IOException">It cannot be written, or somebody else changed it since it was read.</exception>
    /// <exception cref="UnauthorizedAccessException">It may not be written.</exception>
    public void Write(string text)
    {
        byte[] bytes = (HasMark ? s_mark : Array.Empty<byte>()).Concat(s_utf8.GetBytes(text)).ToArray();
        if (!Exists)
        {
            WriteNew(bytes);
            return;
        }

        if (!File.ReadAllBytes(Path).SequenceEqual(_read!))
        {
            throw new IOException("Somebody else changed the file in between.");
        }

        FileAttributes attributes = File.GetAttributes(Path);
        if ((attributes & FileAttributes.ReadOnly) != 0)
        {
            throw new UnauthorizedAccessException("The file is read-only.");
        }

        if ((attributes & FileAttributes.ReparsePoint) != 0)
        {
            // A link: replacing it would leave its target as it was.
            File.WriteAllBytes(Path, bytes);
            return;
        }

        Replace(bytes);
    }

    private void WriteNew(byte[] bytes)
    {
        using var file = new FileStream(Path, FileMode.CreateNew, FileAccess.Write);
        file.Write(bytes, 0, bytes.Length);
    }

    private void Replace(byte[] bytes)
    {
        string temporary = $"{Path}.{Guid.NewGuid():N}.tmp";
        try
        {
            // A copy has the old file's permissions.
            File.Copy(Path, temporary);
            using (var file = new FileStream(temporary, FileMode.Truncate, FileAccess.Write))
            {
                file.Write(bytes, 0, bytes.Length);
                file.Flush(flushToDisk: true);
            }

            File.Replace(temporary, Path, destinationBackupFileName: null);
        }
        finally
        {
            File.Delete(temporary);
        }
    }
}
