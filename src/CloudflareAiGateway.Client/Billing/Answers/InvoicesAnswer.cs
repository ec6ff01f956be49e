using System.Collections.Generic;

namespace CloudflareAiGateway.Client;

/// <summary>A list of invoices on the wire.</summary>
internal sealed class InvoicesAnswer
{
    /// <summary>The invoices.</summary>
    public List<InvoiceAnswer>? Invoices { get; init; }

    /// <summary>The paging block.</summary>
    public PaginationAnswer? Pagination { get; init; }
}
