namespace CloudflareAiGateway.EngineHost;

/// <summary>One piece of text that the engine wrote to the host, in the order of writing.</summary>
/// <param name="Stream">What it was written as.</param>
/// <param name="Text">The text, with its line break where it had one.</param>
public sealed record HostRecord(HostStream Stream, string Text);
