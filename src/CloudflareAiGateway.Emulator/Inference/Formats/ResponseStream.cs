using System;
using System.Collections.Generic;
using System.Text.Json;

namespace CloudflareAiGateway.Emulator;

/// <summary>Collects the events of a response, which are numbered.</summary>
internal sealed class ResponseStream
{
    private readonly List<ReadOnlyMemory<byte>> _events = [];

    public IReadOnlyList<ReadOnlyMemory<byte>> Events => _events;

    public void Add(string type, Action<Utf8JsonWriter> writeMembers) =>
        _events.Add(ServerSentEvent.Named(type, (type, number: _events.Count, writeMembers), static (writer, state) =>
        {
            writer.WriteStartObject();
            writer.WriteString("type", state.type);
            writer.WriteNumber("sequence_number", state.number);
            state.writeMembers(writer);
            writer.WriteEndObject();
        }));

    /// <summary>Adds an event about a part of the only item.</summary>
    public void AddPart(string type, string itemId, Action<Utf8JsonWriter> writeMembers, bool isContent = true) => Add(type, writer =>
    {
        writer.WriteString("item_id", itemId);
        writer.WriteNumber("output_index", 0);
        if (isContent)
        {
            writer.WriteNumber("content_index", 0);
        }

        writeMembers(writer);
    });
}
