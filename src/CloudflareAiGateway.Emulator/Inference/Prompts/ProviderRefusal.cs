namespace CloudflareAiGateway.Emulator;

/// <summary>A provider's own error.</summary>
/// <param name="Status">The HTTP status.</param>
/// <param name="Message">The text.</param>
/// <param name="Code">The provider's short word for it; null for none.</param>
internal sealed record ProviderRefusal(int Status, string Message, string? Code = null);
