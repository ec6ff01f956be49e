using System.Collections.Generic;
using System.IO;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace CloudflareAiGateway.Client;

/// <summary>Graphs as JSON: the bodies of requests, and texts that users give.</summary>
internal static class RouteGraphJson
{
    private const int ShownCharacters = 60;

    private static readonly JsonDocumentOptions s_lenient = new() { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip, MaxDepth = 64 };

    /// <summary>The body with a graph.</summary>
    /// <exception cref="AiGatewayException">Rejected: a value has no JSON form.</exception>
    public static JsonObject Body(IEnumerable<AiGatewayRouteElement> elements) =>
        new SettingsWriter().Write(new Dictionary<string, object?> { ["elements"] = RouteElementWriter.Write(elements) });

    /// <summary>Reads a text as plain values.</summary>
    /// <exception cref="AiGatewayException">Rejected: the text is not JSON; the message says where.</exception>
    public static object? Read(string text)
    {
        try
        {
            // Through a writer, which drops the comments: the converters would read the raw text again, and stumble over them.
            using JsonDocument document = JsonDocument.Parse(text, s_lenient);
            using var plain = new MemoryStream();
            using (var writer = new Utf8JsonWriter(plain))
            {
                document.RootElement.WriteTo(writer);
            }

            return JsonSerializer.Deserialize<object?>(plain.ToArray(), WireJson.Options);
        }
        catch (JsonException exception)
        {
            throw new AiGatewayException(AiGatewayErrorKind.Rejected, Explain(text, exception), exception);
        }
    }

    private static string Explain(string text, JsonException exception)
    {
        int cut = exception.Message.IndexOf(" LineNumber:", System.StringComparison.Ordinal);
        string reason = (cut < 0 ? exception.Message : exception.Message[..cut]).TrimEnd('.', ' ');
        int line = (int)(exception.LineNumber ?? 0);
        string[] lines = text.ReplaceLineEndings("\n").Split('\n');
        string shown = line < lines.Length ? lines[line] : string.Empty;
        int column = Column(shown, exception.BytePositionInLine ?? 0);
        string excerpt = shown.Trim() is { Length: > 0 } trimmed
            ? $" The line is: {(trimmed.Length > ShownCharacters ? trimmed[..ShownCharacters] + "…" : trimmed)}"
            : string.Empty;
        return string.Create(System.Globalization.CultureInfo.InvariantCulture, $"The text is not JSON at line {line + 1}, column {column}: {reason}.{excerpt}");
    }

    /// <summary>The parser counts bytes from 0, people count characters from 1.</summary>
    private static int Column(string line, long bytes)
    {
        int characters = 0;
        for (long seen = 0; characters < line.Length && seen < bytes; characters++)
        {
            seen += Encoding.UTF8.GetByteCount(line, characters, 1);
        }

        return characters + 1;
    }
}
