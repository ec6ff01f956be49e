using System;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace CloudflareAiGateway.Emulator;

/// <summary>Reads the JSON body of a request by a rule.</summary>
internal static class RequestBody
{
    /// <summary>Reads a body; what is wrong with it goes to the context.</summary>
    /// <returns>The body as it is stored; null when the context has got a problem.</returns>
    public static JsonObject? Read(ReadOnlyMemory<byte> body, ObjectRule rule, RuleContext context)
    {
        try
        {
            using JsonDocument document = JsonDocument.Parse(body);
            var result = rule.Read(document.RootElement, PathStep.Body, context) as JsonObject;
            return context.Problems.Count == 0 ? result : null;
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException)
        {
            // The latter says that a text holds half a surrogate pair, or bytes that are no UTF-8.
            context.Add(PathStep.Body, "Malformed JSON in request body");
            return null;
        }
    }
}
