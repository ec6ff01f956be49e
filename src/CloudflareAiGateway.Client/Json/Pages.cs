using System.Collections.Generic;

namespace CloudflareAiGateway.Client;

/// <summary>Makes pages of lists, whose paging block may be missing.</summary>
internal static class Pages
{
    /// <summary>The page in an answer.</summary>
    /// <typeparam name="T">What is listed.</typeparam>
    public static ResultPage<T> Of<T>(Envelope<List<T>> envelope, int page, int pageSize) =>
        new(
            envelope.Result!,
            page,
            envelope.ResultInfo?.PerPage is > 0 and int size ? size : pageSize,
            envelope.ResultInfo?.TotalCount);
}
