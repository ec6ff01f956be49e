using System;
using System.Collections.Generic;
using System.Security;

namespace CloudflareAiGateway;

/// <summary>A secret to be made.</summary>
internal sealed class NewSecret
{
    /// <summary>Its name, unique in its store.</summary>
    public string Name { get; init; } = string.Empty;

    /// <summary>Its value.</summary>
    public SecureString Value { get; init; } = new();

    /// <summary>The services that may use it; at least one.</summary>
    public IReadOnlyList<SecretScope> Scopes { get; init; } = Array.Empty<SecretScope>();

    /// <summary>A text for people; null for none.</summary>
    public string? Comment { get; init; }
}
