using System;
using System.Collections.Generic;
using System.Text;

namespace CloudflareAiGateway.Emulator;

/// <summary>List, fetch, judge and delete log rows, and read their bodies.</summary>
internal sealed class LogEndpoints(EmulatorServices services) : IEndpointGroup
{
    private const string Collection = "/accounts/{account_id}/ai-gateway/gateways/{gateway_id}/logs";
    private const string Single = Collection + "/{id}";
    private const int MaximumPageSize = 50;
    private const int MaximumDelete = 10_000;

    private static readonly ReadOnlyMemory<byte> s_done = "{\"success\":true}"u8.ToArray();
    private static readonly ReadOnlyMemory<byte> s_nothing = "{}"u8.ToArray();

    public IEnumerable<Endpoint> Endpoints =>
    [
        Make("GET", Collection, Permission.ReadsGateways, List),
        Make("DELETE", Collection, Permission.WritesGateways, Delete),
        Make("GET", Single, Permission.ReadsGateways, Fetch),
        Make("PATCH", Single, Permission.WritesGateways, Patch),
        Make("GET", Single + "/request", Permission.ReadsGateways, call => Body(call, isRequest: true)),
        Make("GET", Single + "/response", Permission.ReadsGateways, call => Body(call, isRequest: false)),
    ];

    private static Endpoint Make(string method, string template, IReadOnlyList<string> permissions, Func<ApiCall, EmulatedResponse> handle) =>
        new() { Method = method, Template = template, Family = EnvelopeFamily.AiGateway, Permissions = permissions, Handle = handle };

    private EmulatedResponse List(ApiCall call)
    {
        var context = new RuleContext(keepUnknown: false);
        var pageProblems = new List<Problem>();
        Page page = Page.Read(call.Query, 1, MaximumPageSize, pageProblems);
        LogQuery query = LogQueryReader.ReadList(call.Query, context);
        if (pageProblems.Count + context.Problems.Count > 0)
        {
            return Failure(400, [.. pageProblems, .. context.Problems]);
        }

        if (!HasGateway(call))
        {
            return Failure(404, [Problem.NotFound]);
        }

        if (LoggingStateEndpoints.HasMoved(call))
        {
            return LogPage.Empty(page);
        }

        LogTable table = TableOf(call);
        bool withRanges = call.Query["meta_info"] is "true" or "1";
        var rows = new LogWriter(call.Behaviour.LogDrift);
        return new EmulatedResponse { Body = LogPage.Write(table, LogSelection.Run(table, query), page, withRanges, rows) };
    }

    private EmulatedResponse Delete(ApiCall call)
    {
        var context = new RuleContext(keepUnknown: false);
        var limitProblems = new List<Problem>();
        int limit = Page.ReadNumber(call.Query, "limit", MaximumDelete, 1, MaximumDelete, limitProblems);
        LogQuery query = LogQueryReader.ReadDelete(call.Query, context);
        if (limitProblems.Count + context.Problems.Count > 0)
        {
            return Failure(400, [.. limitProblems, .. context.Problems]);
        }

        if (!HasGateway(call))
        {
            return Failure(404, [Problem.NotFound]);
        }

        if (!LoggingStateEndpoints.HasMoved(call))
        {
            LogTable table = TableOf(call);
            LogSelection selection = LogSelection.Run(table, query);
            int[] indexes = new int[Math.Min(limit, selection.Count)];
            for (int i = 0; i < indexes.Length; i++)
            {
                indexes[i] = selection[i];
            }

            Array.Sort(indexes);
            table.Remove(indexes);
        }

        return new EmulatedResponse { Body = s_done };
    }

    private EmulatedResponse Fetch(ApiCall call)
    {
        if (Find(call) is not (LogTable table, int index))
        {
            return Failure(404, [Problem.NotFound]);
        }

        var rows = new LogWriter(call.Behaviour.LogDrift);
        return Envelope.Item(EnvelopeFamily.AiGateway, JsonBody.Write((table, index, rows), static (writer, state) =>
            state.rows.WriteDetail(writer, state.table[state.index])));
    }

    private EmulatedResponse Patch(ApiCall call)
    {
        if (Find(call) is not (LogTable table, int index))
        {
            return Failure(404, [Problem.NotFound]);
        }

        var context = new RuleContext(keepUnknown: false);
        LogRow patched = LogPatch.Apply(table[index], call.Request.Body, services.Logs, context);
        if (context.Problems.Count > 0)
        {
            return Failure(400, context.Problems);
        }

        table.Replace(index, patched);
        return Envelope.Item(EnvelopeFamily.AiGateway, s_nothing);
    }

    private EmulatedResponse Body(ApiCall call, bool isRequest)
    {
        if (Find(call) is not (LogTable table, int index)
            || (isRequest ? LogBodies.Request(table[index]) : LogBodies.Response(table[index])) is not ReadOnlyMemory<byte> body)
        {
            return Failure(404, [Problem.NotFound]);
        }

        LogTraits traits = table[index].Kind.Traits;
        string contentType = isRequest ? traits.RequestContentType : traits.ResponseContentType;
        if (call.Behaviour.EnvelopedLogBodies)
        {
            return Envelope.Item(EnvelopeFamily.AiGateway, contentType == LogTraits.Json ? body : Quote(body));
        }

        var response = new EmulatedResponse { Body = body };
        response.Headers["Content-Type"] = contentType;
        return response;
    }

    private (LogTable Table, int Index)? Find(ApiCall call)
    {
        if (!HasGateway(call) || LoggingStateEndpoints.HasMoved(call))
        {
            return null;
        }

        LogTable table = TableOf(call);
        int index = table.Find(call.Route["id"]);
        return index < 0 ? null : (table, index);
    }

    private LogTable TableOf(ApiCall call) => services.Logs.Table(call.AccountId, call.Route["gateway_id"]);

    private static bool HasGateway(ApiCall call) => GatewayEndpoints.Table(call.Tables, call.AccountId).Find(call.Route["gateway_id"]) is not null;

    private static ReadOnlyMemory<byte> Quote(ReadOnlyMemory<byte> text) =>
        JsonBody.Write(text, static (writer, bytes) => writer.WriteStringValue(Encoding.UTF8.GetString(bytes.Span)));

    private static EmulatedResponse Failure(int status, IReadOnlyList<Problem> problems) => Envelope.Failure(EnvelopeFamily.AiGateway, status, problems);
}
