using System;
using System.Buffers;
using System.Text;

namespace CloudflareAiGateway.Client;

/// <summary>
/// Cuts a stream of bytes into server-sent events, wherever the network cuts it: inside of characters, of line ends, of names. Lines end
/// with CR, LF or both; comments and fields that nobody needs are passed over. Text is only made of whole lines, so no character breaks.
/// </summary>
internal sealed class ServerSentEventParser
{
    private readonly ArrayBufferWriter<byte> _line = new();
    private readonly ArrayBufferWriter<byte> _data = new();
    private string? _name;
    private bool _hasData;
    private bool _afterReturn;
    private bool _begun;

    /// <summary>Whether bytes are waiting for the end of their event.</summary>
    public bool HasPending => _hasData || _line.WrittenCount > 0;

    /// <summary>Takes the next bytes up to the end of an event.</summary>
    /// <param name="bytes">What has come; what was taken is cut off.</param>
    /// <returns>The event; null when all bytes are taken and none has ended.</returns>
    public ServerSentEvent? Next(ref ReadOnlySpan<byte> bytes)
    {
        while (bytes.Length > 0)
        {
            // The line feed of a CR LF that was cut in two ends no second line.
            if (_afterReturn)
            {
                _afterReturn = false;
                if (bytes[0] == (byte)'\n')
                {
                    bytes = bytes[1..];
                    continue;
                }
            }

            int end = bytes.IndexOfAny((byte)'\r', (byte)'\n');
            if (end < 0)
            {
                _line.Write(bytes);
                bytes = default;
                return null;
            }

            _line.Write(bytes[..end]);
            _afterReturn = bytes[end] == (byte)'\r';
            bytes = bytes[(end + 1)..];
            if (EndLine() is ServerSentEvent complete)
            {
                return complete;
            }
        }

        return null;
    }

    /// <summary>The event that the end of the stream left without its empty line; null when there is none.</summary>
    public ServerSentEvent? Finish()
    {
        if (_line.WrittenCount > 0)
        {
            EndLine();
        }

        return Dispatch();
    }

    private ServerSentEvent? EndLine()
    {
        ReadOnlySpan<byte> line = _line.WrittenSpan;
        if (!_begun)
        {
            _begun = true;
            if (line.StartsWith("\uFEFF"u8))
            {
                line = line[3..];
            }
        }

        if (line.Length == 0)
        {
            _line.ResetWrittenCount();
            return Dispatch();
        }

        ReadField(line);
        _line.ResetWrittenCount();
        return null;
    }

    private void ReadField(ReadOnlySpan<byte> line)
    {
        int colon = line.IndexOf((byte)':');
        ReadOnlySpan<byte> field = colon < 0 ? line : line[..colon];
        ReadOnlySpan<byte> value = colon < 0 ? default : line[(colon + 1)..];
        if (value.Length > 0 && value[0] == (byte)' ')
        {
            value = value[1..];
        }

        if (field.SequenceEqual("data"u8))
        {
            if (_hasData)
            {
                _data.Write("\n"u8);
            }

            _data.Write(value);
            _hasData = true;
        }
        else if (field.SequenceEqual("event"u8))
        {
            _name = Encoding.UTF8.GetString(value);
        }
    }

    private ServerSentEvent? Dispatch()
    {
        ServerSentEvent? complete = _hasData ? new ServerSentEvent(_name, _data.WrittenSpan.ToArray()) : null;
        _data.ResetWrittenCount();
        _hasData = false;
        _name = null;
        return complete;
    }
}
