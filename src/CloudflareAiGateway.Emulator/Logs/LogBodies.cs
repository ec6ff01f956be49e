using System;
using System.Globalization;
using System.Text;
using System.Text.Json;

namespace CloudflareAiGateway.Emulator;

/// <summary>The bodies of a row. Those of made-up rows are made when somebody asks, from the row's own bits, and are the same each time.</summary>
internal static class LogBodies
{
    private const int MaximumWords = 400;

    private static readonly string[] s_words =
    [
        "gateway", "cache", "the", "a", "model", "answers", "in", "Zürich", "and", "東京", "costs", "nothing", "\"quoted\"",
        "tokens", "route", "fails", "over", "naïve", "🚀", "\n", "limit", "of", "five", "minutes",
    ];

    /// <summary>The body that was sent to the provider; null when it was not stored.</summary>
    public static ReadOnlyMemory<byte>? Request(in LogRow row)
    {
        if (row.Notes?.RequestBody is not null || row.Notes?.Document is not null)
        {
            return row.Notes.RequestBody;
        }

        // The cast matters: without it, null would become an empty body.
        return row.Has(LogFlags.Payloads) ? JsonBody.Write(row, static (writer, row) => WriteRequest(writer, row)) : (ReadOnlyMemory<byte>?)null;
    }

    /// <summary>The body that came back; null when it was not stored.</summary>
    public static ReadOnlyMemory<byte>? Response(in LogRow row)
    {
        if (row.Notes?.ResponseBody is not null || row.Notes?.Document is not null)
        {
            return row.Notes.ResponseBody;
        }

        if (!row.Has(LogFlags.Payloads))
        {
            return null;
        }

        return row.Has(LogFlags.Success) && row.Kind.Traits.ResponseContentType == LogTraits.EventStream
            ? Encoding.UTF8.GetBytes(MakeStream(row))
            : JsonBody.Write(row, static (writer, row) => WriteResponse(writer, row));
    }

    private static void WriteRequest(Utf8JsonWriter writer, in LogRow row)
    {
        LogTraits traits = row.Kind.Traits;
        string words = Words(row.Bits, row.TokensIn);
        writer.WriteStartObject();
        writer.WriteString("model", traits.Model);
        if (traits.RequestType == "embeddings")
        {
            writer.WriteString("input", words);
        }
        else
        {
            writer.WriteStartArray("messages");
            writer.WriteStartObject();
            writer.WriteString("role", "user");
            writer.WriteString("content", words);
            writer.WriteEndObject();
            writer.WriteEndArray();
        }

        if (traits.ResponseContentType == LogTraits.EventStream)
        {
            writer.WriteBoolean("stream", true);
        }

        writer.WriteEndObject();
    }

    private static void WriteResponse(Utf8JsonWriter writer, in LogRow row)
    {
        writer.WriteStartObject();
        if (!row.Has(LogFlags.Success))
        {
            writer.WriteStartObject("error");
            writer.WriteString("message", row.Status == 429 ? "Rate limit reached" : "The provider failed");
            writer.WriteNumber("code", row.Status);
            writer.WriteEndObject();
            writer.WriteEndObject();
            return;
        }

        writer.WriteString("id", "made-" + row.Bits.ToString("x16", CultureInfo.InvariantCulture));
        writer.WriteString("model", row.Kind.Traits.Model);
        writer.WriteStartArray("choices");
        writer.WriteStartObject();
        writer.WriteNumber("index", 0);
        writer.WriteStartObject("message");
        writer.WriteString("role", "assistant");
        writer.WriteString("content", Words(~row.Bits, row.TokensOut));
        writer.WriteEndObject();
        writer.WriteEndObject();
        writer.WriteEndArray();
        writer.WriteStartObject("usage");
        writer.WriteNumber("prompt_tokens", Math.Max(row.TokensIn, 0));
        writer.WriteNumber("completion_tokens", Math.Max(row.TokensOut, 0));
        writer.WriteEndObject();
        writer.WriteEndObject();
    }

    private static string MakeStream(in LogRow row)
    {
        var text = new StringBuilder();
        foreach (string word in Words(~row.Bits, Math.Min(row.TokensOut, 20)).Split(' '))
        {
            ReadOnlyMemory<byte> part = JsonBody.Write(word, static (writer, word) =>
            {
                writer.WriteStartObject();
                writer.WriteString("delta", word + " ");
                writer.WriteEndObject();
            });
            text.Append("data: ").Append(Encoding.UTF8.GetString(part.Span)).Append("\n\n");
        }

        return text.Append("data: [DONE]\n\n").ToString();
    }

    private static string Words(ulong bits, int tokens)
    {
        var dice = new LogDice(bits);
        var text = new StringBuilder();
        for (int i = Math.Clamp(tokens, 1, MaximumWords); i > 0; i--)
        {
            text.Append(s_words[dice.Below(s_words.Length)]).Append(i > 1 ? " " : string.Empty);
        }

        return text.ToString();
    }
}
