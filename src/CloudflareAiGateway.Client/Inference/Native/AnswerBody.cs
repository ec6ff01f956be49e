using System;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;

namespace CloudflareAiGateway.Client;

/// <summary>The body of an answer as its content type says: JSON, other text, or bytes.</summary>
/// <param name="Content">JSON as plain values; null when it is none.</param>
/// <param name="Text">The text; null when it is binary.</param>
/// <param name="Bytes">The bytes; null when it is text.</param>
/// <param name="Length">Its size in bytes.</param>
internal sealed record AnswerBody(object? Content, string? Text, byte[]? Bytes, long Length)
{
    /// <summary>Reads it.</summary>
    public static AnswerBody Read(byte[] body, string? contentType)
    {
        MediaTypeHeaderValue? type = MediaTypeHeaderValue.TryParse(contentType, out MediaTypeHeaderValue? parsed) ? parsed : null;
        string media = type?.MediaType?.ToLowerInvariant() ?? string.Empty;
        bool isJson = media.EndsWith("json", StringComparison.Ordinal);
        bool isText = isJson || media.StartsWith("text/", StringComparison.Ordinal) || media.EndsWith("xml", StringComparison.Ordinal) || media.EndsWith("jsonl", StringComparison.Ordinal);
        if (body.Length > 0 && !isText)
        {
            return new AnswerBody(null, null, body, body.Length);
        }

        return new AnswerBody(isJson ? Parse(body) : null, Decode(body, type?.CharSet), null, body.Length);
    }

    private static object? Parse(byte[] body)
    {
        try
        {
            return JsonSerializer.Deserialize<object>(body, WireJson.Options);
        }
        catch (JsonException)
        {
            // Lines of JSON, or none at all: the text is there.
            return null;
        }
    }

    private static string Decode(byte[] body, string? charset)
    {
        try
        {
            return (string.IsNullOrEmpty(charset) ? Encoding.UTF8 : Encoding.GetEncoding(charset.Trim('"'))).GetString(body);
        }
        catch (ArgumentException)
        {
            return Encoding.UTF8.GetString(body);
        }
    }
}
