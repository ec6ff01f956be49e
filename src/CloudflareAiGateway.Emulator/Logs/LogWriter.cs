using System;
using System.Text;
using System.Text.Json;

namespace CloudflareAiGateway.Emulator;

/// <summary>Writes rows as the API answers them.</summary>
/// <param name="drifts">Whether metadata is an object and yes or no is a number, as was seen in live answers.</param>
internal sealed class LogWriter(bool drifts)
{
    private const int HeadLength = 1024;

    public void WriteSummary(Utf8JsonWriter writer, in LogRow row)
    {
        if (row.Notes?.Document is ReadOnlyMemory<byte> document)
        {
            writer.WriteDocument(document);
            return;
        }

        writer.WriteStartObject();
        WriteMembers(writer, row);
        writer.WriteEndObject();
    }

    public void WriteDetail(Utf8JsonWriter writer, in LogRow row)
    {
        writer.WriteStartObject();
        if (row.Notes?.Document is ReadOnlyMemory<byte> given)
        {
            using JsonDocument document = JsonDocument.Parse(given);
            foreach (JsonProperty member in document.RootElement.EnumerateObject())
            {
                member.WriteTo(writer);
            }
        }
        else
        {
            WriteMembers(writer, row);
        }

        WriteHead(writer, "request", LogBodies.Request(row));
        WriteHead(writer, "response", LogBodies.Response(row));
        writer.WriteEndObject();
    }

    private void WriteMembers(Utf8JsonWriter writer, in LogRow row)
    {
        LogKind kind = row.Kind;
        if (row.Notes?.Id is string id)
        {
            writer.WriteString(LogNames.Id, id);
        }
        else
        {
            writer.WriteString(LogNames.Id, row.MadeId);
        }

        WriteFlag(writer, LogNames.Cached, row.Has(LogFlags.Cached));
        Span<byte> time = stackalloc byte[LogTime.Length];
        LogTime.Write(row.CreatedAt, time);
        writer.WriteString(LogNames.CreatedAt, time);
        writer.WriteNumber(LogNames.Duration, row.Duration);
        writer.WriteString(LogNames.Model, kind.Model);
        writer.WriteString(LogNames.Path, kind.Path);
        writer.WriteString(LogNames.Provider, kind.Provider);
        WriteFlag(writer, LogNames.Success, row.Has(LogFlags.Success));
        WriteCount(writer, LogNames.TokensIn, row.TokensIn);
        WriteCount(writer, LogNames.TokensOut, row.TokensOut);
        if (!double.IsNaN(row.Cost))
        {
            writer.WriteNumber(LogNames.Cost, row.Cost);
        }

        WriteFlag(writer, LogNames.CustomCost, row.Has(LogFlags.CustomCost));
        WriteMetadata(writer, row.Metadata);
        writer.WriteString(LogNames.ModelType, kind.ModelType);
        writer.WriteString(LogNames.RequestContentType, kind.RequestContentType);
        writer.WriteString(LogNames.RequestType, kind.RequestType);
        writer.WriteString(LogNames.ResponseContentType, kind.ResponseContentType);
        writer.WriteNumber(LogNames.StatusCode, row.Status);
        writer.WriteNumber(LogNames.Step, row.Step);
        if (row.Has(LogFlags.Extras))
        {
            WriteExtras(writer, row);
        }
    }

    private void WriteMetadata(Utf8JsonWriter writer, LogMetadata? metadata)
    {
        if (metadata is null)
        {
            return;
        }

        if (drifts)
        {
            writer.WritePropertyName(LogNames.Metadata);
            writer.WriteRawValue(metadata.Text, skipInputValidation: true);
        }
        else
        {
            writer.WriteString(LogNames.Metadata, metadata.Encoded);
        }
    }

    /// <summary>Members that were seen in live answers; their shapes are guesses.</summary>
    private void WriteExtras(Utf8JsonWriter writer, in LogRow row)
    {
        WriteFlag(writer, LogNames.Authentication, row.Has(LogFlags.Authentication));
        WriteFlag(writer, LogNames.Byok, row.Has(LogFlags.Byok));
        WriteFlag(writer, LogNames.Wholesale, row.Has(LogFlags.Wholesale));
        writer.WriteStartObject(LogNames.Timings);
        writer.WriteNumber("latency"u8, row.Duration / 4);
        writer.WriteNumber("total"u8, row.Duration);
        writer.WriteEndObject();
        writer.WriteStartObject(LogNames.UsageMetadata);
        writer.WriteNumber("input_tokens"u8, Math.Max(row.TokensIn, 0));
        writer.WriteNumber("output_tokens"u8, Math.Max(row.TokensOut, 0));
        writer.WriteEndObject();
    }

    private void WriteFlag(Utf8JsonWriter writer, JsonEncodedText name, bool flag)
    {
        if (drifts)
        {
            writer.WriteNumber(name, flag ? 1 : 0);
        }
        else
        {
            writer.WriteBoolean(name, flag);
        }
    }

    private static void WriteCount(Utf8JsonWriter writer, JsonEncodedText name, int count)
    {
        if (count < 0)
        {
            writer.WriteNull(name);
        }
        else
        {
            writer.WriteNumber(name, count);
        }
    }

    private static void WriteHead(Utf8JsonWriter writer, string name, ReadOnlyMemory<byte>? body)
    {
        if (body is not ReadOnlyMemory<byte> bytes)
        {
            return;
        }

        string text = Encoding.UTF8.GetString(bytes.Span);
        int length = Math.Min(text.Length, HeadLength);

        // Half a surrogate pair would not be a text.
        length -= length < text.Length && char.IsHighSurrogate(text[length - 1]) ? 1 : 0;
        writer.WriteString(name + "_head", text.AsSpan(0, length));
        writer.WriteBoolean(name + "_head_complete", length == text.Length);
        writer.WriteNumber(name + "_size", bytes.Length);
    }
}
