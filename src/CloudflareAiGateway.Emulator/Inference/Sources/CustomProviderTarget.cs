namespace CloudflareAiGateway.Emulator;

/// <summary>A provider that an account has made.</summary>
/// <param name="Slug">Its slug, without <c>custom-</c>.</param>
/// <param name="BaseUrl">Where its calls go.</param>
/// <param name="IsEnabled">Whether it can be called.</param>
internal sealed record CustomProviderTarget(string Slug, string BaseUrl, bool IsEnabled);
