using System;

namespace CloudflareAiGateway.Emulator;

/// <summary>Things that are found by a UUID in the path.</summary>
internal static class UuidRoute
{
    /// <summary>The answer when nothing was found: a text that is no UUID does not get that far.</summary>
    public static EmulatedResponse Missing(ApiCall call) =>
        Guid.TryParseExact(call.Route["id"], "D", out _)
            ? Envelope.Failure(EnvelopeFamily.AiGateway, 404, Problem.NotFound)
            : Envelope.Failure(EnvelopeFamily.AiGateway, 400, new Problem(7001, "Invalid uuid", ["params", "id"]));
}
