using System;
using System.Collections.Generic;

namespace CloudflareAiGateway.Emulator;

/// <summary>The resources of one kind in one place, in the order of creation and then of id.</summary>
internal sealed class DocumentTable(StateTables owner)
{
    private readonly Dictionary<string, StoredDocument> _byId = new(StringComparer.Ordinal);
    private readonly List<StoredDocument> _inOrder = [];

    public IReadOnlyList<StoredDocument> InOrder => _inOrder;

    public StoredDocument? Find(string id) => _byId.TryGetValue(id, out StoredDocument? document) ? document : null;

    /// <summary>Adds a document, or replaces the one with its id.</summary>
    public void Put(StoredDocument document)
    {
        Remove(document.Id);
        _byId.Add(document.Id, document);
        _inOrder.Insert(~_inOrder.BinarySearch(document, CreationOrder.Instance), document);
        owner.Version++;
    }

    public bool Remove(string id)
    {
        if (!_byId.Remove(id, out StoredDocument? document))
        {
            return false;
        }

        _inOrder.RemoveAt(_inOrder.BinarySearch(document, CreationOrder.Instance));
        owner.Version++;
        return true;
    }

    private sealed class CreationOrder : IComparer<StoredDocument>
    {
        public static readonly CreationOrder Instance = new();

        public int Compare(StoredDocument? x, StoredDocument? y)
        {
            int byTime = x!.CreatedAt.CompareTo(y!.CreatedAt);
            return byTime != 0 ? byTime : string.CompareOrdinal(x.Id, y.Id);
        }
    }
}
