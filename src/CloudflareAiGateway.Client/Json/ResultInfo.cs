namespace CloudflareAiGateway.Client;

/// <summary>The paging block of a list.</summary>
internal sealed class ResultInfo
{
    /// <summary>The page, from 1.</summary>
    public int? Page { get; init; }

    /// <summary>The page size that the server used.</summary>
    public int? PerPage { get; init; }

    /// <summary>Items in all.</summary>
    public long? TotalCount { get; init; }
}
