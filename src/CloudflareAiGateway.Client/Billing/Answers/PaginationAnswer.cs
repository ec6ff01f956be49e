namespace CloudflareAiGateway.Client;

/// <summary>The paging block of invoices.</summary>
internal sealed class PaginationAnswer
{
    /// <summary>Whether there is a further page; null when it does not say.</summary>
    public bool? HasMore { get; init; }

    /// <summary>The page, from 1.</summary>
    public int? Page { get; init; }

    /// <summary>Items on a full page.</summary>
    public int? PerPage { get; init; }

    /// <summary>Items in all.</summary>
    public long? TotalCount { get; init; }
}
