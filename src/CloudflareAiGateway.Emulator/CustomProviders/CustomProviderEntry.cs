using System.Collections.Generic;

namespace CloudflareAiGateway.Emulator;

/// <summary>A custom provider as a call through a gateway meets it.</summary>
/// <param name="Id">Its id, under which its prices are found.</param>
/// <param name="Slug">Its slug, without <c>custom-</c>.</param>
/// <param name="BaseUrl">Where calls go.</param>
/// <param name="IsEnabled">Whether calls are let through.</param>
/// <param name="Headers">What is sent along with them.</param>
internal sealed record CustomProviderEntry(string Id, string Slug, string BaseUrl, bool IsEnabled, IReadOnlyDictionary<string, string> Headers);
