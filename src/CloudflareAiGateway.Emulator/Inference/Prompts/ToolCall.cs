namespace CloudflareAiGateway.Emulator;

/// <summary>A model's wish to have a tool called.</summary>
/// <param name="Id">What the tool's result refers to.</param>
/// <param name="Name">The tool.</param>
/// <param name="Arguments">A JSON object as text.</param>
internal sealed record ToolCall(string Id, string Name, string Arguments);
