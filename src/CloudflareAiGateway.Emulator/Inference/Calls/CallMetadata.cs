using System;
using System.Collections.Generic;
using System.Text;
using System.Text.Json;

namespace CloudflareAiGateway.Emulator;

/// <summary>The metadata of a call by the service's rules, which drop what they do not like without a word.</summary>
internal sealed class CallMetadata
{
    public static readonly CallMetadata None = new([]);

    private const int MostEntries = 5;
    private const string Reserved = "cf.";

    private readonly List<KeyValuePair<string, JsonElement>> _entries;

    private CallMetadata(List<KeyValuePair<string, JsonElement>> entries) => _entries = entries;

    /// <summary>The first five entries; undefined when there are none.</summary>
    public JsonElement Json
    {
        get
        {
            if (_entries.Count == 0)
            {
                return default;
            }

            ReadOnlyMemory<byte> text = JsonBody.Write(_entries, static (writer, entries) =>
            {
                writer.WriteStartObject();
                foreach (KeyValuePair<string, JsonElement> entry in entries)
                {
                    writer.WritePropertyName(entry.Key);
                    entry.Value.WriteTo(writer);
                }

                writer.WriteEndObject();
            });
            return JsonReading.TryParse(text)!.Value;
        }
    }

    /// <summary>The value of an entry as text; null when it is not there.</summary>
    public string? this[string key] => Find(key) is { ValueKind: not JsonValueKind.Undefined } value ? value.AsText() ?? value.GetRawText() : null;

    /// <summary>The value of an entry; undefined when it is not there.</summary>
    public JsonElement Find(string key)
    {
        foreach (KeyValuePair<string, JsonElement> entry in _entries)
        {
            if (entry.Key == key)
            {
                return entry.Value;
            }
        }

        return default;
    }

    /// <summary>Reads the header: a flat object. One null, object or list in it, and all of it is ignored; entries behind the fifth are.</summary>
    public static CallMetadata Read(string? header)
    {
        if (header is null || JsonReading.TryParse(Encoding.UTF8.GetBytes(header)) is not JsonElement { ValueKind: JsonValueKind.Object } json)
        {
            return None;
        }

        var entries = new List<KeyValuePair<string, JsonElement>>();
        foreach (JsonProperty member in json.EnumerateObject())
        {
            if (member.Value.ValueKind is JsonValueKind.Null or JsonValueKind.Object or JsonValueKind.Array)
            {
                return None;
            }

            if (entries.Count < MostEntries && !member.Name.StartsWith(Reserved, StringComparison.Ordinal))
            {
                entries.Add(new(member.Name, member.Value));
            }
        }

        return new CallMetadata(entries);
    }
}
