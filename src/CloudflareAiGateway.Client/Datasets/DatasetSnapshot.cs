using System.Text.Json.Nodes;

namespace CloudflareAiGateway.Client;

/// <summary>A dataset as it was read: typed, raw, and when.</summary>
/// <param name="Document">The raw document; not to be changed.</param>
/// <param name="Dataset">The same, typed.</param>
/// <param name="ReadAt">The clock's timestamp of the reading.</param>
internal sealed record DatasetSnapshot(JsonObject Document, AiGatewayDataset Dataset, long ReadAt);
