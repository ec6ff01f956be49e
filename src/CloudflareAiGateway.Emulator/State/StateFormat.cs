using System;
using System.Collections.Generic;
using System.Globalization;
using System.Text.Json;

namespace CloudflareAiGateway.Emulator;

/// <summary>The form of a state file.</summary>
internal static class StateFormat
{
    private const int Version = 1;

    public static ReadOnlyMemory<byte> Write(StateTables tables, string revision) => JsonBody.Write((tables, revision), static (writer, state) =>
    {
        writer.WriteStartObject();
        writer.WriteNumber("version", Version);
        writer.WriteString("revision", state.revision);
        writer.WriteStartArray("tables");
        foreach (KeyValuePair<(string Kind, string Scope), DocumentTable> table in state.tables.All)
        {
            writer.WriteStartObject();
            writer.WriteString("kind", table.Key.Kind);
            writer.WriteString("scope", table.Key.Scope);
            writer.WriteStartArray("documents");
            foreach (StoredDocument document in table.Value.InOrder)
            {
                writer.WriteStartObject();
                writer.WriteString("id", document.Id);
                writer.WriteString("created_at", document.CreatedAt.ToString("O", CultureInfo.InvariantCulture));
                writer.WritePropertyName("document");
                writer.WriteDocument(document.Json);
                writer.WriteEndObject();
            }

            writer.WriteEndArray();
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
    });

    /// <summary>Reads a state file.</summary>
    /// <param name="content">What is in the file.</param>
    /// <param name="path">The file, for the error text.</param>
    /// <param name="tables">The resources.</param>
    /// <returns>The revision that the file names.</returns>
    /// <exception cref="AiGatewayException">The content is not a state file.</exception>
    public static string Read(ReadOnlyMemory<byte> content, string path, out StateTables tables)
    {
        try
        {
            using JsonDocument file = JsonDocument.Parse(content);
            if (file.RootElement.GetProperty("version").GetInt32() != Version)
            {
                throw Broken(path, "it was written by another version of the emulator", null);
            }

            tables = new StateTables();
            foreach (JsonElement table in file.RootElement.GetProperty("tables").EnumerateArray())
            {
                DocumentTable documents = tables.Table(Text(table, "kind"), Text(table, "scope"));
                foreach (JsonElement entry in table.GetProperty("documents").EnumerateArray())
                {
                    DateTimeOffset createdAt = entry.GetProperty("created_at").GetDateTimeOffset();
                    documents.Put(new StoredDocument(Text(entry, "id"), createdAt, Copy(entry.GetProperty("document"))));
                }
            }

            return Text(file.RootElement, "revision");
        }
        catch (JsonException exception)
        {
            // The parser's own text quotes from the file.
            throw Broken(path, $"it is not JSON (line {exception.LineNumber + 1})", exception);
        }
        catch (Exception exception) when (exception is KeyNotFoundException or FormatException or InvalidOperationException)
        {
            throw Broken(path, exception.Message, exception);
        }
    }

    private static string Text(JsonElement parent, string name) =>
        parent.GetProperty(name).GetString() ?? throw new FormatException($"'{name}' is null.");

    private static ReadOnlyMemory<byte> Copy(JsonElement document) =>
        JsonBody.Write(document, static (writer, element) => element.WriteTo(writer));

    /// <summary>The failure for a file that cannot be read or written.</summary>
    public static AiGatewayException Unusable(string path, string reason, Exception? inner) =>
        Make(path, reason, "Give the path of a file, in a folder in which you may write.", inner);

    private static AiGatewayException Broken(string path, string reason, Exception? inner) =>
        Make(path, reason, "Mend the file, or delete it to start anew.", inner);

    private static AiGatewayException Make(string path, string reason, string action, Exception? inner) =>
        new(AiGatewayErrorKind.NotConnected, $"The emulator's state file '{path}' cannot be used: {reason.TrimEnd('.')}.", inner) { RecommendedAction = action };
}
