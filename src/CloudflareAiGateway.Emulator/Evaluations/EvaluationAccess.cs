using System;
using System.Text.Json.Nodes;

namespace CloudflareAiGateway.Emulator;

/// <summary>What datasets, evaluations and evaluators have in common.</summary>
internal static class EvaluationAccess
{
    /// <summary>The answer to an account that is too new for the feature; null for all others. Its form is a guess.</summary>
    public static EmulatedResponse? Refuse(ApiCall call) => call.Behaviour.EvaluationsClosed
        ? Envelope.Failure(EnvelopeFamily.AiGateway, 403, new Problem(7001, "Evaluations are deprecated and no longer supported for new accounts"))
        : null;

    /// <summary>Whether a document's name fits the <c>name</c> of a list's query. The service matches loosely: a part of it is enough.</summary>
    public static bool NameMatches(ApiCall call, JsonNode document) =>
        call.Query["name"] is not { Length: > 0 } name || ((string)document["name"]!).Contains(name, StringComparison.OrdinalIgnoreCase);
}
