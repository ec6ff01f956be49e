using System;
using System.Buffers;
using System.Text;
using System.Text.Json;

namespace CloudflareAiGateway.Emulator;

/// <summary>Makes the parts of an event stream.</summary>
internal static class ServerSentEvent
{
    /// <summary>What ends the streams of OpenAI and of those who do as it does.</summary>
    public static readonly ReadOnlyMemory<byte> Done = "data: [DONE]\n\n"u8.ToArray();

    /// <summary>A line that clients have to pass over.</summary>
    public static readonly ReadOnlyMemory<byte> Comment = ": keep-alive\n\n"u8.ToArray();

    /// <summary>An event with JSON in it.</summary>
    public static ReadOnlyMemory<byte> Data<TState>(TState state, Action<Utf8JsonWriter, TState> write) => Named(null, state, write);

    /// <summary>An event with a name and JSON in it.</summary>
    public static ReadOnlyMemory<byte> Named<TState>(string? name, TState state, Action<Utf8JsonWriter, TState> write)
    {
        var buffer = new ArrayBufferWriter<byte>();
        if (name is not null)
        {
            Encoding.ASCII.GetBytes($"event: {name}\n", buffer);
        }

        buffer.Write("data: "u8);
        buffer.Write(JsonBody.Write(state, write).Span);
        buffer.Write("\n\n"u8);
        return buffer.WrittenMemory;
    }
}
