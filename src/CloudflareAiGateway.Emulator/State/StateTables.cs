using System.Collections.Generic;

namespace CloudflareAiGateway.Emulator;

/// <summary>
/// All resources. A table is named by a kind, such as <c>gateways</c>, and a scope, such as an account id or an account and a
/// gateway id; a new resource needs a kind of its own and nothing here or in <see cref="StateFile"/>.
/// </summary>
internal sealed class StateTables
{
    private readonly Dictionary<(string Kind, string Scope), DocumentTable> _tables = [];

    /// <summary>Grows with every change.</summary>
    public long Version { get; set; }

    public IEnumerable<KeyValuePair<(string Kind, string Scope), DocumentTable>> All => _tables;

    public DocumentTable Table(string kind, string scope)
    {
        if (!_tables.TryGetValue((kind, scope), out DocumentTable? table))
        {
            table = new DocumentTable(this);
            _tables.Add((kind, scope), table);
        }

        return table;
    }

    /// <summary>Removes a table with all that is in it.</summary>
    public void Drop(string kind, string scope)
    {
        if (_tables.Remove((kind, scope)))
        {
            Version++;
        }
    }

    /// <summary>Removes all tables of a scope, as when a gateway goes with all that is in it.</summary>
    public void DropScope(string scope)
    {
        foreach ((string Kind, string Scope) key in new List<(string Kind, string Scope)>(_tables.Keys))
        {
            if (key.Scope == scope)
            {
                Drop(key.Kind, key.Scope);
            }
        }
    }

    public void Clear()
    {
        _tables.Clear();
        Version++;
    }
}
