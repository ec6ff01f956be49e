using System;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace CloudflareAiGateway.Emulator;

/// <summary>Reads explicit rows. What they are filtered and sorted by is read out of them with patience; what is answered stays as it is.</summary>
internal static class LogRowReader
{
    /// <summary>Reads a row.</summary>
    /// <param name="given">The row.</param>
    /// <param name="store">Where kinds and metadata are shared.</param>
    /// <param name="now">The time of a row that names none.</param>
    /// <param name="chance">Another number for each row that names no id.</param>
    /// <exception cref="JsonException">It is not an object, or its time is none.</exception>
    public static LogRow Read(JsonElement given, LogStore store, DateTimeOffset now, ulong chance)
    {
        if (given.ValueKind != JsonValueKind.Object)
        {
            throw new JsonException("A row must be an object.");
        }

        JsonObject members = JsonObject.Create(given)!;
        ReadOnlyMemory<byte>? request = TakeBody(members, "request_body");
        ReadOnlyMemory<byte>? response = TakeBody(members, "response_body");
        LogValue feedback = Take(members, "feedback");
        LogValue eventId = Take(members, "event_id");
        LogValue compatibility = Take(members, "compatibilityMode");
        var defaults = new LogTraits();
        var traits = new LogTraits
        {
            DlpAction = Take(members, "dlp_action").Text,
            UserAgent = Take(members, "user_agent").Text,
            Provider = Fill(members, "provider", defaults.Provider),
            Model = Fill(members, "model", defaults.Model),
            Path = Fill(members, "path", defaults.Path),
            ModelType = Look(members, "model_type").Text ?? defaults.ModelType,
            RequestType = Look(members, "request_type").Text ?? defaults.RequestType,
            RequestContentType = Look(members, "request_content_type").Text ?? defaults.RequestContentType,
            ResponseContentType = Look(members, "response_content_type").Text ?? defaults.ResponseContentType,
        };
        string createdAt = Fill(members, "created_at", Timestamp.Format(now));
        DateTimeOffset time = LogFilters.ReadTime(createdAt) ?? throw new JsonException($"'{createdAt}' in created_at is not a time.");
        string? id = Look(members, "id").Text;
        ulong bits = id is null ? LogId.BitsOf(LogId.Mix(chance)) : LogId.BitsOf(id);
        Fill(members, "id", id ?? LogId.Make(time.ToUnixTimeMilliseconds(), bits).ToString());
        LogFlags flags = LogFlags.None;
        AddFlag(ref flags, LogFlags.Success, Look(members, "success").Flag ?? FillFlag(members, "success", value: true));
        AddFlag(ref flags, LogFlags.Cached, Look(members, "cached").Flag ?? FillFlag(members, "cached", value: false));
        AddFlag(ref flags, LogFlags.CustomCost, Look(members, "custom_cost").Flag);
        AddFlag(ref flags, LogFlags.Authentication, Look(members, "authentication").Flag);
        AddFlag(ref flags, LogFlags.Wholesale, Look(members, "wholesale").Flag);
        AddFlag(ref flags, LogFlags.CompatibilityMode, compatibility.Flag);
        var row = new LogRow
        {
            CreatedAt = time.ToUnixTimeMilliseconds(),
            Bits = bits,
            Kind = store.Share(traits),
            Metadata = ReadMetadata(members, store),
            Cost = Look(members, "cost").Number ?? double.NaN,
            Duration = FillNumber(members, "duration", 0),
            TokensIn = FillNumber(members, "tokens_in", -1),
            TokensOut = FillNumber(members, "tokens_out", -1),
            Status = (short)(Look(members, "status_code").Number ?? 200),
            Flags = flags,
            Step = (byte)(Look(members, "step").Number ?? 0),
        };
        return row with
        {
            Notes = new LogNotes
            {
                Id = id,
                Feedback = feedback.Number,
                EventId = eventId.Text,
                RequestBody = request,
                ResponseBody = response,
                Document = JsonBody.Write(members, static (writer, node) => node.WriteTo(writer)),
            },
        };
    }

    private static void AddFlag(ref LogFlags flags, LogFlags flag, bool? value) => flags |= value == true ? flag : LogFlags.None;

    private static LogValue Look(JsonObject members, string name) =>
        members[name] is JsonNode node ? LogValue.From(JsonSerializer.SerializeToElement(node)) : LogValue.Null;

    private static LogValue Take(JsonObject members, string name)
    {
        LogValue value = Look(members, name);
        members.Remove(name);
        return value;
    }

    private static string Fill(JsonObject members, string name, string fallback)
    {
        if (!members.ContainsKey(name))
        {
            members[name] = fallback;
        }

        return Look(members, name).Text ?? fallback;
    }

    private static bool FillFlag(JsonObject members, string name, bool value)
    {
        if (!members.ContainsKey(name))
        {
            members[name] = value;
        }

        return value;
    }

    private static int FillNumber(JsonObject members, string name, int fallback)
    {
        if (!members.ContainsKey(name))
        {
            members[name] = fallback < 0 ? null : fallback;
        }

        return (int)(Look(members, name).Number ?? fallback);
    }

    private static LogMetadata? ReadMetadata(JsonObject members, LogStore store)
    {
        try
        {
            return members["metadata"] switch
            {
                JsonObject map => store.Share(JsonSerializer.SerializeToElement(map)),
                JsonValue value when value.TryGetValue(out string? text) => store.Share(JsonSerializer.Deserialize<JsonElement>(text)),
                _ => null,
            };
        }
        catch (JsonException)
        {
            // A text that is no JSON is answered as it is, and found by no filter.
            return null;
        }
    }

    private static ReadOnlyMemory<byte>? TakeBody(JsonObject members, string name)
    {
        JsonNode? node = members[name];
        members.Remove(name);
        return node switch
        {
            // The cast matters: without it, null would become an empty body.
            null => (ReadOnlyMemory<byte>?)null,
            JsonValue value when value.TryGetValue(out string? text) => Encoding.UTF8.GetBytes(text),
            _ => JsonBody.Write(node, static (writer, json) => json.WriteTo(writer)),
        };
    }
}
