using System;
using System.Collections.Generic;

namespace CloudflareAiGateway.Commands;

/// <summary>The secrets of one store during a removal: what the store has, and what was chosen to go.</summary>
internal sealed class SecretBatch
{
    private readonly Dictionary<string, AiGatewaySecret> _byId = new(StringComparer.Ordinal);
    private readonly Dictionary<string, AiGatewaySecret> _byName = new(StringComparer.Ordinal);
    private readonly HashSet<string> _ids = new(StringComparer.Ordinal);
    private readonly List<AiGatewaySecret> _chosen = new();

    /// <summary>Whether the store's list was read to its end.</summary>
    public bool IsListed { get; private set; }

    /// <summary>What goes, each once.</summary>
    public IReadOnlyList<AiGatewaySecret> Chosen => _chosen;

    /// <summary>Takes a page of the list; one that brings nothing new is the last.</summary>
    public void Take(ResultPage<AiGatewaySecret> page)
    {
        int before = _byId.Count;
        foreach (AiGatewaySecret secret in page.Items)
        {
            _byId[secret.Id] = secret;
            _byName[secret.Name] = secret;
        }

        IsListed = page.IsLast || _byId.Count == before;
    }

    /// <summary>The secret in the list; null when it is not there.</summary>
    public AiGatewaySecret? Find(string nameOrId, bool byName) =>
        (byName ? _byName : _byId).TryGetValue(nameOrId, out AiGatewaySecret? secret) ? secret : null;

    /// <summary>Chooses a secret to go.</summary>
    public void Add(AiGatewaySecret secret)
    {
        if (_ids.Add(secret.Id))
        {
            _chosen.Add(secret);
        }
    }
}
