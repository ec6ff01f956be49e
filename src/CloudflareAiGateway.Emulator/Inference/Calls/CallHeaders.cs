using System;
using System.Collections.Generic;

namespace CloudflareAiGateway.Emulator;

/// <summary>The headers that count for a step: its own go before those of the request.</summary>
/// <param name="request">The request's.</param>
/// <param name="step">The step's own, by name without regard to case; null for none.</param>
internal sealed class CallHeaders(IReadOnlyDictionary<string, string> request, IReadOnlyDictionary<string, string>? step = null)
{
    /// <summary>Whether the step brings headers of its own: the credentials of the request are then not the provider's.</summary>
    public bool IsStep => step is not null;

    public string? this[string name] => Own(name) ?? (request.TryGetValue(name, out string? value) ? value : null);

    /// <summary>A header of the step; without step, of the request.</summary>
    public string? Own(string name) => (step ?? request).TryGetValue(name, out string? value) ? value : null;

    public bool IsTrue(string name) => string.Equals(this[name], "true", StringComparison.OrdinalIgnoreCase);
}
