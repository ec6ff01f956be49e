using System;
using System.Text.Json;

namespace CloudflareAiGateway.Emulator;

/// <summary>A provider key as it is kept. The key's value is nowhere: see <see cref="StoredSecret"/>.</summary>
internal sealed record StoredProviderKey(string Id, string Gateway, string Provider, string Alias, DateTimeOffset Created)
{
    public required DateTimeOffset Modified { get; init; }

    public required bool IsDefault { get; init; }

    public required string SecretId { get; init; }

    public required string Preview { get; init; }

    public long? RateLimit { get; init; }

    public long? RateLimitPeriod { get; init; }

    public static StoredProviderKey Read(StoredDocument document)
    {
        using JsonDocument json = JsonDocument.Parse(document.Json);
        JsonElement root = json.RootElement;
        return new StoredProviderKey(document.Id, Text(root, "gateway_id"), Text(root, "provider_slug"), Text(root, "alias"), document.CreatedAt)
        {
            Modified = root.GetProperty("modified_at").GetDateTimeOffset(),
            IsDefault = root.GetProperty("default_config").GetBoolean(),
            SecretId = Text(root, "secret_id"),
            Preview = Text(root, "secret_preview"),
            RateLimit = Number(root, "rate_limit"),
            RateLimitPeriod = Number(root, "rate_limit_period"),
        };
    }

    /// <summary>As it is kept.</summary>
    public StoredDocument ToDocument() => new(Id, Created, ToAnswer(numericFlags: false));

    /// <summary>As it is answered.</summary>
    public ReadOnlyMemory<byte> ToAnswer(bool numericFlags) => JsonBody.Write((Key: this, NumericFlags: numericFlags), static (writer, state) =>
    {
        StoredProviderKey key = state.Key;
        writer.WriteStartObject();
        writer.WriteString("id", key.Id);
        writer.WriteString("alias", key.Alias);
        if (state.NumericFlags)
        {
            writer.WriteNumber("default_config", key.IsDefault ? 1 : 0);
        }
        else
        {
            writer.WriteBoolean("default_config", key.IsDefault);
        }

        writer.WriteString("gateway_id", key.Gateway);
        writer.WriteString("modified_at", Timestamp.Format(key.Modified));
        writer.WriteString("provider_slug", key.Provider);
        writer.WriteString("secret_id", key.SecretId);
        writer.WriteString("secret_preview", key.Preview);
        Write(writer, "rate_limit", key.RateLimit);
        Write(writer, "rate_limit_period", key.RateLimitPeriod);
        writer.WriteEndObject();
    });

    private static void Write(Utf8JsonWriter writer, string name, long? number)
    {
        if (number is long value)
        {
            writer.WriteNumber(name, value);
        }
    }

    private static string Text(JsonElement root, string name) => root.GetProperty(name).GetString()!;

    private static long? Number(JsonElement root, string name) => root.TryGetProperty(name, out JsonElement value) ? value.GetInt64() : null;
}
