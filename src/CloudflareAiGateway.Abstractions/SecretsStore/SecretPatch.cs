using System.Collections.Generic;
using System.Security;

namespace CloudflareAiGateway;

/// <summary>What changes of a secret; what is null stays as it is.</summary>
internal sealed class SecretPatch
{
    /// <summary>The new value.</summary>
    public SecureString? Value { get; init; }

    /// <summary>The services that may use it from now on.</summary>
    public IReadOnlyList<SecretScope>? Scopes { get; init; }

    /// <summary>The new comment; empty for none.</summary>
    public string? Comment { get; init; }
}
