using System;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace CloudflareAiGateway.Emulator;

/// <summary>Stored documents by their members.</summary>
internal static class StoredMembers
{
    /// <summary>The members of a document; changing them does not change the document.</summary>
    public static JsonObject Members(this StoredDocument document) => (JsonObject)JsonNode.Parse(document.Json.Span)!;

    /// <summary>Puts members into a document.</summary>
    public static StoredDocument ToDocument(this JsonObject members, string id, DateTimeOffset createdAt) =>
        new(id, createdAt, JsonBody.Write(members, static (writer, node) => node.WriteTo(writer)));

    /// <summary>A member that is text; null for none.</summary>
    public static string? Text(this JsonObject members, string name) =>
        members[name] is JsonValue value && value.GetValueKind() == JsonValueKind.String ? value.GetValue<string>() : null;

    /// <summary>A member that is a flag; false for none.</summary>
    public static bool Flag(this JsonObject members, string name) =>
        members[name] is JsonValue value && value.GetValueKind() == JsonValueKind.True;
}
