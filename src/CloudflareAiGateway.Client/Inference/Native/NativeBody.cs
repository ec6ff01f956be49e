using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace CloudflareAiGateway.Client;

/// <summary>The body of a call of a provider's own API: JSON from values, JSON as text, or bytes of any kind.</summary>
/// <param name="Json">JSON that was made from values; null for none.</param>
/// <param name="Content">A body as it was given; null for none.</param>
internal sealed record NativeBody(JsonNode? Json, ApiContent? Content)
{
    private const string JsonType = "application/json";

    /// <summary>Makes the body of a call.</summary>
    /// <exception cref="AiGatewayException">InvalidBody: a text that should be JSON is none.</exception>
    public static NativeBody Of(NativeCall native, SettingsWriter writer) => native.Body switch
    {
        null => new NativeBody(null, null),
        byte[] bytes => new NativeBody(null, new ApiContent(bytes, native.ContentType ?? "application/octet-stream")),
        string text => OfText(text, native.ContentType ?? JsonType),
        _ => new NativeBody(writer.WriteValue(native.Body, "Body"), null),
    };

    private static NativeBody OfText(string text, string contentType)
    {
        byte[] bytes = Encoding.UTF8.GetBytes(text);
        if (contentType.Contains("json", System.StringComparison.OrdinalIgnoreCase) && !contentType.Contains("ndjson", System.StringComparison.OrdinalIgnoreCase) && !contentType.Contains("jsonl", System.StringComparison.OrdinalIgnoreCase))
        {
            try
            {
                using JsonDocument document = JsonDocument.Parse(bytes);
            }
            catch (JsonException exception)
            {
                throw new AiGatewayException(
                    AiGatewayErrorKind.Rejected,
                    $"The body is not JSON: line {exception.LineNumber + 1}, byte {exception.BytePositionInLine + 1}.",
                    exception)
                {
                    Reason = AiGatewayErrorReason.InvalidBody,
                    RecommendedAction = "Give a hashtable, which becomes JSON, or correct the text. For other text name its -ContentType, such as text/plain.",
                };
            }
        }

        return new NativeBody(null, new ApiContent(bytes, contentType));
    }
}
