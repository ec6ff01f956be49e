using System;
using System.Collections.Generic;

namespace CloudflareAiGateway.Client;

/// <summary>Scopes as the API wants them: each once, in alphabetical order of their wire names; any other order is refused.</summary>
internal static class SecretScopes
{
    /// <summary>The scopes in that order.</summary>
    public static IReadOnlyList<SecretScope> Sorted(IEnumerable<SecretScope> scopes)
    {
        var sorted = new SortedDictionary<string, SecretScope>(StringComparer.Ordinal);
        foreach (SecretScope scope in scopes)
        {
            sorted[WireSpelling.OfEnum(scope)] = scope;
        }

        return [.. sorted.Values];
    }

    /// <summary>The scopes' wire names, in that order.</summary>
    public static IReadOnlyList<string> OnWire(IEnumerable<SecretScope> scopes)
    {
        var names = new SortedSet<string>(StringComparer.Ordinal);
        foreach (SecretScope scope in scopes)
        {
            names.Add(WireSpelling.OfEnum(scope));
        }

        return [.. names];
    }

    /// <summary>Whether both are the same services.</summary>
    public static bool AreSame(IEnumerable<SecretScope> left, IEnumerable<SecretScope> right) => new HashSet<SecretScope>(left).SetEquals(right);
}
