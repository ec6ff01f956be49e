using System;
using System.Collections.Generic;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace CloudflareAiGateway.Emulator;

/// <summary>Answers and refusals of the billing operations; codes other than 1000 are not known.</summary>
internal static class BillingAnswers
{
    private const int Code = 1000;

    public static EmulatedResponse Success(JsonObject result, int status = 200) => new()
    {
        Status = status,
        Body = Envelope.Item(EnvelopeFamily.V4, JsonBody.Write(result, static (writer, node) => node.WriteTo(writer))).Body,
    };

    public static EmulatedResponse Failure(int status, string message) => Envelope.Failure(EnvelopeFamily.V4, status, new Problem(Code, message));

    /// <summary>A refusal of everything that is done in dashboard sessions only.</summary>
    public static EmulatedResponse DashboardOnly() => Envelope.Failure(EnvelopeFamily.V4, 403, Problem.Authentication);

    /// <summary>Reads a body.</summary>
    /// <returns>The body, or the refusal.</returns>
    public static (JsonObject? Body, EmulatedResponse? Refusal) Read(ApiCall call, ObjectRule rule)
    {
        var context = new RuleContext(keepUnknown: false);
        JsonObject? body = RequestBody.Read(call.Request.Body, rule, context);
        return body is null ? (null, Refuse(context)) : (body, null);
    }

    public static EmulatedResponse Refuse(RuleContext context)
    {
        var lines = new List<string>();
        foreach (Problem problem in context.Problems)
        {
            lines.Add($"{string.Join('.', problem.Path!)}: {problem.Message}");
        }

        return Failure(400, string.Join("; ", lines));
    }

    /// <summary>Whether a body is missing or an object; nothing else is known of it.</summary>
    public static bool IsObjectOrNothing(ReadOnlyMemory<byte> body)
    {
        try
        {
            return body.IsEmpty || JsonNode.Parse(body.Span) is JsonObject;
        }
        catch (JsonException)
        {
            return false;
        }
    }
}
