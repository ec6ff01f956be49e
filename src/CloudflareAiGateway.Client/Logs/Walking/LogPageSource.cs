using System.Threading.Tasks;

namespace CloudflareAiGateway.Client;

/// <summary>Fetches one page of rows.</summary>
/// <param name="query">Which rows, and in which order.</param>
/// <param name="page">The page, from 1.</param>
/// <param name="pageSize">1 to 50.</param>
/// <param name="call">Where messages go, and when to stop.</param>
internal delegate Task<ResultPage<AiGatewayLog>> LogPageSource(LogQuery query, int page, int pageSize, CallContext call);
