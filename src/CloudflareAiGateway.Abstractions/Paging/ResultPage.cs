using System.Collections.Generic;

namespace CloudflareAiGateway;

/// <summary>One page of a list.</summary>
/// <typeparam name="T">What is listed.</typeparam>
internal sealed class ResultPage<T>
{
    /// <summary>Makes a page.</summary>
    /// <param name="items">The items, in the server's order.</param>
    /// <param name="number">The number of this page, from 1.</param>
    /// <param name="size">The page size that the server really used.</param>
    /// <param name="totalCount">How many items there are in all, as the server says; null when it does not.</param>
    public ResultPage(IReadOnlyList<T> items, int number, int size, long? totalCount)
    {
        Items = items;
        Number = number;
        Size = size;
        TotalCount = totalCount;
    }

    /// <summary>The items, in the server's order.</summary>
    public IReadOnlyList<T> Items { get; }

    /// <summary>The number of this page, from 1.</summary>
    public int Number { get; }

    /// <summary>The page size that the server really used.</summary>
    public int Size { get; }

    /// <summary>How many items there are in all, as the server says (a hint, not a promise); null when it does not say.</summary>
    public long? TotalCount { get; }

    /// <summary>Whether no further page can hold anything.</summary>
    public bool IsLast => Items.Count < Size || (TotalCount is long total && (long)Number * Size >= total);
}
