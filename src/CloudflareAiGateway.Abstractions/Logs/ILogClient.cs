using System.Threading.Tasks;

namespace CloudflareAiGateway;

/// <summary>Log rows of a gateway. Several reads may be under way at once.</summary>
internal interface ILogClient
{
    /// <summary>One page of rows (<c>aig-config-list-gateway-logs</c>).</summary>
    /// <param name="query">Which rows, and in which order.</param>
    /// <param name="page">The page, from 1.</param>
    /// <param name="pageSize">1 to 50.</param>
    /// <param name="call">Where messages go, and when to stop.</param>
    /// <exception cref="AiGatewayException">NotFound when there is no such gateway.</exception>
    Task<ResultPage<AiGatewayLog>> ListAsync(LogQuery query, int page, int pageSize, CallContext call);

    /// <summary>One row with the beginning of both bodies (<c>aig-config-get-gateway-log-detail</c>).</summary>
    Task<AiGatewayLog> GetAsync(string accountId, string gateway, string logId, CallContext call);

    /// <summary>A body (<c>aig-config-get-gateway-log-request</c>, <c>-response</c>), raw or in an envelope.</summary>
    /// <returns>The body, or null when the log holds none.</returns>
    Task<LogBody?> GetBodyAsync(string accountId, string gateway, string logId, LogPayload payload, CallContext call);

    /// <summary>Judges a row (<c>aig-config-patch-gateway-log</c>).</summary>
    Task PatchAsync(string accountId, string gateway, string logId, LogPatch patch, CallContext call);

    /// <summary>Deletes rows, oldest first, at most 10,000 in one call (<c>aig-config-delete-gateway-logs</c>).</summary>
    /// <param name="query">Which rows; its order is not used.</param>
    /// <param name="limit">1 to 10,000.</param>
    /// <param name="call">Where messages go, and when to stop.</param>
    Task DeleteAsync(LogQuery query, int limit, CallContext call);

    /// <summary>Whether the account keeps its logs in Workers Observability, where this API shows none (<c>aig-config-get-logging-state</c>).</summary>
    /// <returns>Null when the API does not say.</returns>
    Task<bool?> UsesNewLogSystemAsync(string accountId, CallContext call);

    /// <summary>Begins to walk the rows of a query.</summary>
    /// <param name="query">Which rows, and in which order.</param>
    /// <param name="wanted">How many rows will be read at most, if known: no more cross the wire, and little more is fetched ahead.</param>
    /// <param name="throttleLimit">How many requests may be under way at once, 1 or more.</param>
    ILogReader Read(LogQuery query, long? wanted, int throttleLimit);

    /// <summary>Begins to look for new rows.</summary>
    /// <param name="query">Which rows; its order is not used.</param>
    ILogFollower Follow(LogQuery query);

    /// <summary>Begins an export; nothing is opened or sent before its first step.</summary>
    ILogExport Export(LogExportOptions options);
}
