using System;
using System.Collections.Generic;
using System.Reflection;
using System.Text.Json.Nodes;
using System.Threading.Tasks;

namespace CloudflareAiGateway.Client;

/// <summary>Log rows over the transport.</summary>
internal sealed class LogClient : ILogClient
{
    private const int MaximumPageSize = 50;

    // The properties are init-only for users; a delegate made once costs no reflection per row.
    private static readonly Action<AiGatewayLog, string> s_setAccount = Setter(nameof(AiGatewayLog.AccountId));
    private static readonly Action<AiGatewayLog, string> s_setGateway = Setter(nameof(AiGatewayLog.GatewayId));

    private readonly ApiTransport _transport;

    /// <summary>Works over a transport.</summary>
    public LogClient(ApiTransport transport) => _transport = transport;

    /// <inheritdoc/>
    public async Task<ResultPage<AiGatewayLog>> ListAsync(LogQuery query, int page, int pageSize, CallContext call)
    {
        ApiReply reply = await _transport.SendAsync(LogRequests.List(query, page, pageSize), call).ConfigureAwait(false);
        Envelope<List<AiGatewayLog>> envelope = reply.Read<List<AiGatewayLog>>();
        foreach (AiGatewayLog row in envelope.Result!)
        {
            Complete(row, query.AccountId, query.Gateway);
        }

        return Pages.Of(envelope, page, pageSize);
    }

    /// <inheritdoc/>
    public async Task<AiGatewayLog> GetAsync(string accountId, string gateway, string logId, CallContext call)
    {
        ApiReply reply = await _transport.SendAsync(LogRequests.Get(accountId, gateway, logId), call).ConfigureAwait(false);
        return Complete(reply.Read<AiGatewayLog>().Result!, accountId, gateway);
    }

    /// <inheritdoc/>
    public async Task<LogBody?> GetBodyAsync(string accountId, string gateway, string logId, LogPayload payload, CallContext call)
    {
        ApiOutcome outcome = await _transport.TrySendAsync(LogRequests.GetBody(accountId, gateway, logId, payload), call).ConfigureAwait(false);
        if (outcome.Error is { Kind: AiGatewayErrorKind.NotFound })
        {
            // The code is the same for a missing body, row or gateway: the row itself tells them apart.
            await GetAsync(accountId, gateway, logId, call).ConfigureAwait(false);
            return null;
        }

        return outcome.Error is null ? LogBodyReader.Read(outcome.Reply!.Body) : throw outcome.Error;
    }

    /// <inheritdoc/>
    public async Task PatchAsync(string accountId, string gateway, string logId, LogPatch patch, CallContext call)
    {
        JsonObject body = new SettingsWriter().Write(patch.Members);
        ApiReply reply = await _transport.SendAsync(LogRequests.Patch(accountId, gateway, logId, body), call).ConfigureAwait(false);
        reply.EnsureSuccess();
    }

    /// <inheritdoc/>
    public async Task DeleteAsync(LogQuery query, int limit, CallContext call)
    {
        if (query.Search is not null)
        {
            throw new AiGatewayException(AiGatewayErrorKind.Rejected, "Logs cannot be deleted by a search: the API would delete rows that the search leaves out.")
            {
                RecommendedAction = "Find the rows first, and delete them by id.",
            };
        }

        ApiReply reply = await _transport.SendAsync(LogRequests.Delete(query, limit), call).ConfigureAwait(false);
        reply.EnsureSuccess();
    }

    /// <inheritdoc/>
    public async Task<bool?> UsesNewLogSystemAsync(string accountId, CallContext call)
    {
        ApiOutcome outcome = await _transport.TrySendAsync(LoggingStateRequests.Get(accountId), call).ConfigureAwait(false);
        return outcome.Error is not null ? null : LoggingStateReader.Read(outcome.Reply!, accountId).Platform switch
        {
            LoggingPlatform.WorkersObservability => true,
            LoggingPlatform.Gateway => false,
            _ => null,
        };
    }

    /// <inheritdoc/>
    public ILogReader Read(LogQuery query, long? wanted, int throttleLimit) =>
        new LogReader(ListAsync, query, MaximumPageSize, throttleLimit, new LogWalkOptions { Wanted = wanted, ShowsFirstPage = true });

    /// <inheritdoc/>
    public ILogFollower Follow(LogQuery query) => new LogFollower(ListAsync, query, MaximumPageSize);

    /// <inheritdoc/>
    public ILogExport Export(LogExportOptions options) => new LogExport(ListAsync, GetBodyAsync, options, _transport.Clock);

    private static AiGatewayLog Complete(AiGatewayLog row, string accountId, string gateway)
    {
        s_setAccount(row, accountId);
        s_setGateway(row, gateway);
        return row;
    }

    private static Action<AiGatewayLog, string> Setter(string name) =>
        typeof(AiGatewayLog).GetProperty(name, BindingFlags.Public | BindingFlags.Instance)!.SetMethod!.CreateDelegate<Action<AiGatewayLog, string>>();
}
