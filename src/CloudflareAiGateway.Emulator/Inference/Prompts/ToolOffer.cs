using System.Text.Json;

namespace CloudflareAiGateway.Emulator;

/// <summary>A tool that a model may call.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Schema">The JSON schema of its arguments; undefined when it has none.</param>
internal sealed record ToolOffer(string Name, JsonElement Schema);
