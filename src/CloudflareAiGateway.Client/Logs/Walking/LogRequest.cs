namespace CloudflareAiGateway.Client;

/// <summary>A page to ask for. Two are the same request when page and query object are the same.</summary>
/// <param name="Query">Which rows, bounds included.</param>
/// <param name="Page">The page, from 1.</param>
internal readonly record struct LogRequest(LogQuery Query, int Page);
