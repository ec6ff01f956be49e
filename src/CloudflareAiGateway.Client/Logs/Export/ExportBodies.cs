using System.Threading.Tasks;

namespace CloudflareAiGateway.Client;

/// <summary>Adds the bodies to rows: two calls each.</summary>
/// <param name="source">Fetches bodies.</param>
/// <param name="query">Where the rows are from.</param>
internal sealed class ExportBodies(LogBodySource source, LogQuery query)
{
    /// <summary>Adds both bodies to a row.</summary>
    public async Task<ExportRow> AddAsync(AiGatewayLog row, ExportProgress progress, CallContext call) => new(
        row,
        await BodyAsync(row.Id, LogPayload.Request, progress, call).ConfigureAwait(false),
        await BodyAsync(row.Id, LogPayload.Response, progress, call).ConfigureAwait(false));

    private async Task<LogBody?> BodyAsync(string id, LogPayload payload, ExportProgress progress, CallContext call)
    {
        progress.Calls++;
        try
        {
            return await source(query.AccountId, query.Gateway, id, payload, call).ConfigureAwait(false);
        }
        catch (AiGatewayException error) when (error.Kind is AiGatewayErrorKind.NotFound)
        {
            // The row was evicted since its page came: the row is exported without. Should the gateway be gone, the next page says so.
            return null;
        }
    }
}
