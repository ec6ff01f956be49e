namespace CloudflareAiGateway.Client;

/// <summary>A page to ask for.</summary>
/// <param name="Query">Which rows, bounds included.</param>
/// <param name="Page">The page, from 1.</param>
/// <param name="Size">Rows on a page.</param>
internal readonly record struct LogRequest(LogQuery Query, int Page, int Size);
