using System;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace CloudflareAiGateway.Emulator;

/// <summary>Bodies that obey a rule.</summary>
internal static class RuleBody
{
    /// <summary>Reads a body.</summary>
    /// <param name="body">The body as it came.</param>
    /// <param name="rule">What it must be.</param>
    /// <param name="context">Takes what is wrong with it.</param>
    /// <returns>The members; null when the context has got a problem.</returns>
    public static JsonObject? Read(ReadOnlyMemory<byte> body, ObjectRule rule, RuleContext context)
    {
        try
        {
            using JsonDocument document = JsonDocument.Parse(body);
            return rule.Read(document.RootElement, PathStep.Body, context) as JsonObject is JsonObject members && context.Problems.Count == 0 ? members : null;
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException)
        {
            // The latter says that a text holds half a surrogate pair, or bytes that are no UTF-8.
            context.Add(PathStep.Body, "Malformed JSON in request body");
            return null;
        }
    }
}
