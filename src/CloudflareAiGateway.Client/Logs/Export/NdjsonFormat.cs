using System;
using System.Collections.Generic;
using System.IO;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace CloudflareAiGateway.Client;

/// <summary>One JSON object a line: known members first, in a fixed order, then those newer than this module; nulls are left out.</summary>
internal sealed class NdjsonFormat : IRowFormat
{
    private static readonly JsonWriterOptions s_options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <inheritdoc/>
    public void WriteHeader(Stream target)
    {
    }

    /// <inheritdoc/>
    public void WriteRow(Stream target, ExportRow row)
    {
        using (var writer = new Utf8JsonWriter(target, s_options))
        {
            writer.WriteStartObject();
            foreach ((string name, Func<AiGatewayLog, object?> read) in LogColumns.All)
            {
                Member(writer, name, read(row.Log));
            }

            foreach (KeyValuePair<string, object?> member in row.Log.AdditionalProperties)
            {
                Member(writer, member.Key, member.Value);
            }

            Member(writer, "request", row.Request?.Parsed ?? row.Request?.Text);
            Member(writer, "response", row.Response?.Parsed ?? row.Response?.Text);
            writer.WriteEndObject();
        }

        target.WriteByte((byte)'\n');
    }

    private static void Member(Utf8JsonWriter writer, string name, object? value)
    {
        if (value is not null)
        {
            writer.WritePropertyName(name);
            PlainJson.Write(writer, value);
        }
    }
}
