using System;
using System.Collections.Concurrent;
using System.Collections.Generic;

namespace CloudflareAiGateway.Emulator;

/// <summary>The tokens that exist. They live in memory only, so that no state file holds one.</summary>
internal sealed class TokenRegistry
{
    private readonly ConcurrentDictionary<string, EmulatorToken> _tokens = new(StringComparer.Ordinal);

    public void Add(EmulatorToken token) => _tokens[token.Value] = token;

    public void Reset(IEnumerable<EmulatorToken> tokens)
    {
        _tokens.Clear();
        foreach (EmulatorToken token in tokens)
        {
            Add(token);
        }
    }

    public EmulatorToken? Find(string? value) =>
        value is not null && _tokens.TryGetValue(value, out EmulatorToken? token) ? token : null;
}
