using System;
using System.Collections.Generic;

namespace CloudflareAiGateway.Emulator;

/// <summary>One page of a list.</summary>
internal sealed class ResultSlice
{
    private ResultSlice(Page page, List<ReadOnlyMemory<byte>> items, int totalCount)
    {
        Page = page;
        Items = items;
        TotalCount = totalCount;
    }

    public Page Page { get; }

    public List<ReadOnlyMemory<byte>> Items { get; }

    public int TotalCount { get; }

    /// <summary>Cuts a page out of documents that are in order already.</summary>
    public static ResultSlice Cut(IReadOnlyList<StoredDocument> documents, Page page)
    {
        // In 64 bits: a page number near the limit must give an empty page, not an overflow.
        long start = (page.Number - 1L) * page.Size;
        var items = new List<ReadOnlyMemory<byte>>();
        for (long i = start; i < documents.Count && items.Count < page.Size; i++)
        {
            items.Add(documents[(int)i].Json);
        }

        return new ResultSlice(page, items, documents.Count);
    }
}
