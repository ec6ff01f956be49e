namespace CloudflareAiGateway.Emulator;

/// <summary>What a path of a provider leads to.</summary>
/// <param name="Format">The shape.</param>
/// <param name="Model">The model that the path names; null when the body does.</param>
internal sealed record FormatMatch(IModelFormat Format, string? Model = null);
