using System;
using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace CloudflareAiGateway.Emulator;

/// <summary>Writes JSON as the API does: compact, and text unescaped where JSON allows it.</summary>
internal static class JsonBody
{
    private static readonly JsonWriterOptions s_options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static ReadOnlyMemory<byte> Write<TState>(TState state, Action<Utf8JsonWriter, TState> write, int sizeHint = 256)
    {
        var buffer = new ArrayBufferWriter<byte>(sizeHint);
        using (var writer = new Utf8JsonWriter(buffer, s_options))
        {
            write(writer, state);
        }

        return buffer.WrittenMemory;
    }

    /// <summary>Writes a stored document; it was written by <see cref="Write"/> before, so it is not checked again.</summary>
    public static void WriteDocument(this Utf8JsonWriter writer, ReadOnlyMemory<byte> document) =>
        writer.WriteRawValue(document.Span, skipInputValidation: true);
}
