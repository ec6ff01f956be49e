using System;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace CloudflareAiGateway.Emulator;

/// <summary>The body of a patch. Source: <c>LogPatch</c> of the OpenAPI document.</summary>
internal static class LogPatch
{
    // No operation answers a score, so it is checked and forgotten.
    private static readonly ObjectRule s_rule = new(
        MemberRule.Optional("feedback", new NumberRule { Minimum = -1, Maximum = 1, Whole = false, AllowsNull = true }),
        MemberRule.Optional("metadata", new MapRule(new UnionRule(new StringRule(), new NumberRule { Whole = false }, new BooleanRule())) { AllowsNull = true }),
        MemberRule.Optional("score", new NumberRule { Minimum = 0, Maximum = 100, Whole = false, AllowsNull = true }));

    /// <summary>Makes the row that the patch wants; problems go to the context.</summary>
    public static LogRow Apply(in LogRow row, ReadOnlyMemory<byte> body, LogStore store, RuleContext context)
    {
        try
        {
            using JsonDocument document = JsonDocument.Parse(body);
            s_rule.Read(document.RootElement, PathStep.Body, context);
            return context.Problems.Count > 0 ? row : Apply(row, document.RootElement, store);
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException)
        {
            // The latter says that a text holds half a surrogate pair, or bytes that are no UTF-8.
            context.Add(PathStep.Body, "Malformed JSON in request body");
            return row;
        }
    }

    private static LogRow Apply(LogRow row, JsonElement patch, LogStore store)
    {
        if (patch.TryGetProperty("feedback", out JsonElement feedback))
        {
            double? given = feedback.ValueKind == JsonValueKind.Null ? null : feedback.GetDouble();
            row = row with { Notes = (row.Notes ?? LogNotes.None) with { Feedback = given } };
        }

        if (patch.TryGetProperty("metadata", out JsonElement metadata))
        {
            row = row with { Metadata = store.Share(metadata) };
            if (row.Notes?.Document is ReadOnlyMemory<byte> document)
            {
                row = row with { Notes = row.Notes with { Document = WithMetadata(document, row.Metadata) } };
            }
        }

        return row;
    }

    private static ReadOnlyMemory<byte> WithMetadata(ReadOnlyMemory<byte> document, LogMetadata? metadata)
    {
        JsonObject members = JsonNode.Parse(document.Span)!.AsObject();
        members.Remove("metadata");
        if (metadata is not null)
        {
            members["metadata"] = metadata.Text;
        }

        return JsonBody.Write(members, static (writer, node) => node.WriteTo(writer));
    }
}
