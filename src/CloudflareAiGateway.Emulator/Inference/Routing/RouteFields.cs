using System;
using System.Text.Json;

namespace CloudflareAiGateway.Emulator;

/// <summary>What a route may ask about a call: <c>metadata.x</c>, <c>headers.x</c>, <c>body.x</c>.</summary>
internal sealed class RouteFields(CallMetadata metadata, CallHeaders headers, JsonElement body)
{
    private const string Metadata = "metadata.";
    private const string Headers = "headers.";
    private const string Body = "body.";

    /// <summary>The value of a field; undefined when it is not there.</summary>
    public JsonElement Find(string name)
    {
        string field = name.StartsWith("request.", StringComparison.Ordinal) ? name["request.".Length..] : name;
        if (field.StartsWith(Metadata, StringComparison.Ordinal))
        {
            return metadata.Find(field[Metadata.Length..]);
        }

        if (field.StartsWith(Headers, StringComparison.Ordinal))
        {
            return headers[field[Headers.Length..]] is string header ? JsonSerializer.SerializeToElement(header) : default;
        }

        JsonElement found = field.StartsWith(Body, StringComparison.Ordinal) ? body : default;
        if (found.ValueKind == JsonValueKind.Object)
        {
            foreach (string step in field[Body.Length..].Split('.'))
            {
                found = found.Member(step);
            }
        }

        return found;
    }

    /// <summary>A field as text; empty when it is not there.</summary>
    public string Text(string name) => Find(name) is { ValueKind: not JsonValueKind.Undefined } value ? value.AsText() ?? value.GetRawText() : string.Empty;
}
