using System.Collections.Generic;
using System.Security;

namespace CloudflareAiGateway;

/// <summary>One step of a list with fallbacks: the first step that succeeds answers.</summary>
internal sealed class NativeStep
{
    /// <summary>The provider's slug, or <c>compat</c>.</summary>
    public string Provider { get; init; } = string.Empty;

    /// <summary>The path below the provider.</summary>
    public string Endpoint { get; init; } = string.Empty;

    /// <summary>The body for the provider, as plain values.</summary>
    public object? Query { get; init; }

    /// <summary>Headers of the step, as plain values and secrets; gateway options among them go before those of the whole call.</summary>
    public IReadOnlyDictionary<string, object?> Headers { get; init; } = new Dictionary<string, object?>();

    /// <summary>Time-out and attempts of the step, as plain values; null for the gateway's.</summary>
    public object? Config { get; init; }

    /// <summary>The provider's key; null for a stored one or Unified Billing.</summary>
    public SecureString? ProviderKey { get; init; }
}
