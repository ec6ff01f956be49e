using System;
using System.Collections.Concurrent;

namespace CloudflareAiGateway.Client;

/// <summary>One governor per token, so that all clients and runspaces of a process pace themselves together.</summary>
internal sealed class QuotaRegistry
{
    private readonly ConcurrentDictionary<string, QuotaGovernor> _governors = new(StringComparer.Ordinal);
    private readonly TimeProvider _clock;

    /// <summary>Takes the clock.</summary>
    public QuotaRegistry(TimeProvider clock) => _clock = clock;

    /// <summary>The governor of a token. The key is a hash: the registry outlives connections and must not keep tokens.</summary>
    public QuotaGovernor For(TokenSource token) => _governors.GetOrAdd(token.Fingerprint(), _ => new QuotaGovernor(_clock));
}
