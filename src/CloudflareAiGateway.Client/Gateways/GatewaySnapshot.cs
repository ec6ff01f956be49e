using System.Text.Json.Nodes;

namespace CloudflareAiGateway.Client;

/// <summary>A gateway as it was read: typed, raw, and when.</summary>
/// <param name="AccountId">The account.</param>
/// <param name="Document">The raw document; not to be changed.</param>
/// <param name="Gateway">The same, typed.</param>
/// <param name="ReadAt">The clock's timestamp of the reading.</param>
/// <param name="Writes">How many updates of it this process had sent before the reading.</param>
internal sealed record GatewaySnapshot(string AccountId, JsonObject Document, AiGateway Gateway, long ReadAt, long Writes);
