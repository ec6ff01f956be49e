using System.Collections.Generic;
using System.Linq;

namespace CloudflareAiGateway.Client;

/// <summary>
/// Pages of invoices. The answer has a paging block, but no operation documents how a further page is asked for: a service that gives the
/// first page again must not make the list endless.
/// </summary>
internal static class InvoicePages
{
    /// <summary>The page in an answer.</summary>
    /// <param name="answer">The answer.</param>
    /// <param name="accountId">The account.</param>
    /// <param name="page">The page that was asked for, from 1.</param>
    /// <param name="sink">Takes the warning that there are more invoices than the service gives.</param>
    public static ResultPage<AiGatewayInvoice> Of(InvoicesAnswer answer, string accountId, int page, IDiagnosticSink sink)
    {
        List<InvoiceAnswer> invoices = answer.Invoices ?? [];
        PaginationAnswer paging = answer.Pagination ?? new PaginationAnswer();
        long? total = paging.TotalCount is > 0 ? paging.TotalCount : null;
        if (page > 1 && (paging.Page ?? 1) != page)
        {
            sink.Report(DiagnosticKind.Warning, $"The API gives the newest {invoices.Count} of {total?.ToString(System.Globalization.CultureInfo.InvariantCulture) ?? "all"} invoices only; the others are in the dashboard.");
            return new ResultPage<AiGatewayInvoice>([], page, 1, null);
        }

        AiGatewayInvoice[] items = [.. invoices.Select(invoice => BillingReader.Invoice(invoice, accountId))];

        // "Has more" is the service's own word for whether a page follows; only a page that is not full, or completes the count, is the last.
        bool hasMore = paging.HasMore ?? (paging.PerPage is int perPage && total > (long)page * perPage);
        return hasMore
            ? new ResultPage<AiGatewayInvoice>(items, page, items.Length, total > (long)page * items.Length ? total : null)
            : new ResultPage<AiGatewayInvoice>(items, page, items.Length + 1, total);
    }
}
