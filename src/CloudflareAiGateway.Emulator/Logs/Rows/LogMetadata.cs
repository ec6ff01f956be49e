using System.Collections.Generic;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace CloudflareAiGateway.Emulator;

/// <summary>The metadata of rows, kept once for all rows that have the same.</summary>
internal sealed class LogMetadata
{
    private static readonly JsonSerializerOptions s_compact = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private LogMetadata(string text, JsonElement members)
    {
        Text = text;
        Encoded = JsonEncodedText.Encode(text, JavaScriptEncoder.UnsafeRelaxedJsonEscaping);
        var keys = new List<string>();
        var values = new List<LogValue>();
        foreach (JsonProperty member in members.EnumerateObject())
        {
            keys.Add(member.Name);
            values.Add(LogValue.From(member.Value));
        }

        Keys = keys;
        Values = values;
    }

    /// <summary>A JSON object as text: that is what the service answers.</summary>
    public string Text { get; }

    public JsonEncodedText Encoded { get; }

    public IReadOnlyList<string> Keys { get; }

    public IReadOnlyList<LogValue> Values { get; }

    /// <summary>Takes an object.</summary>
    public static LogMetadata From(JsonElement members) =>
        new(JsonSerializer.Serialize(members, s_compact), members);
}
