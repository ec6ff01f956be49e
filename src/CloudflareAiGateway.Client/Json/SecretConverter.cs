using System;
using System.Net;
using System.Security;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace CloudflareAiGateway.Client;

/// <summary>Reads a secret, a number too, into a SecureString, and never writes one: request bodies are made by <see cref="SettingsWriter"/>.</summary>
internal sealed class SecretConverter : JsonConverter<SecureString>
{
    /// <inheritdoc/>
    public override SecureString? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        string? text = reader.TokenType switch
        {
            JsonTokenType.String => reader.GetString(),
            JsonTokenType.Number => Encoding.UTF8.GetString(reader.ValueSpan),
            _ => null,
        };
        if (text is null)
        {
            reader.Skip();
            return null;
        }

        SecureString secret = new NetworkCredential(string.Empty, text).SecurePassword;
        secret.MakeReadOnly();
        return secret;
    }

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, SecureString value, JsonSerializerOptions options) =>
        writer.WriteStringValue(Scrubber.Mask);
}
