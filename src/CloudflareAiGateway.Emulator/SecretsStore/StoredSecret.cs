using System;
using System.Collections.Generic;
using System.Text.Json;

namespace CloudflareAiGateway.Emulator;

/// <summary>
/// A secret as it is kept: without its value, which is measured, masked and thrown away. So it cannot be in an answer, in the state
/// file, or in a memory dump; nothing here needs it, as no provider is called.
/// </summary>
internal sealed record StoredSecret(string Id, string Name, string StoreId, DateTimeOffset Created)
{
    private const int LongestUnmasked = 16;

    public required DateTimeOffset Modified { get; init; }

    /// <summary>From when on it can be used.</summary>
    public required DateTimeOffset ReadyAt { get; init; }

    public required IReadOnlyList<string> Scopes { get; init; }

    public string? Comment { get; init; }

    /// <summary>The value as provider keys show it.</summary>
    public required string Preview { get; init; }

    public bool IsReady(DateTimeOffset now) => now >= ReadyAt;

    public bool HasScope(string scope)
    {
        foreach (string own in Scopes)
        {
            if (own == scope)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>What may be shown of a value: a few characters of a long one.</summary>
    public static string Mask(string value) => value.Length <= LongestUnmasked ? "****" : $"{value[..3]}****{value[^4..]}";

    public static StoredSecret Read(StoredDocument document)
    {
        using JsonDocument json = JsonDocument.Parse(document.Json);
        JsonElement root = json.RootElement;
        var scopes = new List<string>();
        foreach (JsonElement scope in root.GetProperty("scopes").EnumerateArray())
        {
            scopes.Add(scope.GetString()!);
        }

        return new StoredSecret(document.Id, root.GetProperty("name").GetString()!, root.GetProperty("store_id").GetString()!, document.CreatedAt)
        {
            Modified = root.GetProperty("modified").GetDateTimeOffset(),
            ReadyAt = root.GetProperty("ready_at").GetDateTimeOffset(),
            Scopes = scopes,
            Comment = root.GetProperty("comment").GetString(),
            Preview = root.GetProperty("preview").GetString()!,
        };
    }

    /// <summary>As it is kept.</summary>
    public StoredDocument ToDocument() => new(Id, Created, JsonBody.Write(this, static (writer, secret) =>
    {
        writer.WriteStartObject();
        secret.WriteMembers(writer);
        writer.WriteString("ready_at", secret.ReadyAt);
        writer.WriteString("preview", secret.Preview);
        writer.WriteEndObject();
    }));

    /// <summary>As it is answered.</summary>
    public ReadOnlyMemory<byte> ToAnswer(DateTimeOffset now) => JsonBody.Write((Secret: this, Now: now), static (writer, state) =>
    {
        writer.WriteStartObject();
        state.Secret.WriteMembers(writer);
        writer.WriteString("status", state.Secret.IsReady(state.Now) ? "active" : "pending");
        writer.WriteEndObject();
    });

    private void WriteMembers(Utf8JsonWriter writer)
    {
        writer.WriteString("id", Id);
        writer.WriteString("name", Name);
        writer.WriteString("store_id", StoreId);
        writer.WriteString("created", Timestamp.Format(Created));
        writer.WriteString("modified", Timestamp.Format(Modified));
        writer.WriteString("comment", Comment);
        writer.WriteStartArray("scopes");
        foreach (string scope in Scopes)
        {
            writer.WriteStringValue(scope);
        }

        writer.WriteEndArray();
    }
}
