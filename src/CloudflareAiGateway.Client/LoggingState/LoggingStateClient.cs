using System.Threading.Tasks;

namespace CloudflareAiGateway.Client;

/// <summary>The logging state. Requests are in <see cref="LoggingStateRequests"/>.</summary>
internal sealed class LoggingStateClient : ILoggingStateClient
{
    /// <summary>"Temporarily unavailable", which this operation was seen to answer for an hour and more.</summary>
    private const int TemporarilyUnavailable = 7015;

    private readonly ApiTransport _transport;

    /// <summary>Takes the transport.</summary>
    public LoggingStateClient(ApiTransport transport) => _transport = transport;

    /// <inheritdoc/>
    public async Task<AiGatewayLoggingState> GetAsync(string accountId, CallContext call)
    {
        ApiOutcome outcome = await _transport.TrySendAsync(LoggingStateRequests.Get(accountId), call).ConfigureAwait(false);
        return outcome.Error is AiGatewayException error ? throw WithAdvice(error) : LoggingStateReader.Read(outcome.Reply!, accountId);
    }

    /// <inheritdoc/>
    public async Task<AiGatewayLoggingState> MoveAsync(string accountId, CallContext call)
    {
        ApiRequest request = LoggingStateRequests.Move(accountId);
        ApiOutcome outcome = await _transport.TrySendAsync(request, call).ConfigureAwait(false);
        if (outcome.Error is null)
        {
            return LoggingStateReader.Read(outcome.Reply!, accountId);
        }

        if (outcome.Error.StatusCode != 409)
        {
            throw WithAdvice(outcome.Error);
        }

        // 409 is documented without a meaning; that the logs are there already is the likely one, and is looked up.
        AiGatewayLoggingState now = await GetAsync(accountId, call).ConfigureAwait(false);
        if (now.Platform is LoggingPlatform.Gateway)
        {
            throw ErrorFactory.Own(
                request,
                AiGatewayErrorKind.Conflict,
                $"Could not {request.Purpose}: the service refused with a conflict, and the logs are still in AI Gateway ({outcome.Error.Message})",
                "A move may be under way. Look at Get-AiGatewayLoggingState in some minutes; give Cloudflare's support the ray id if it lasts.");
        }

        call.Sink.Report(DiagnosticKind.Verbose, $"The logs of account {accountId} are in Workers Observability already.");
        return now.Platform is LoggingPlatform.WorkersObservability
            ? now
            : new AiGatewayLoggingState { AccountId = accountId, Platform = LoggingPlatform.WorkersObservability, CanMigrate = now.CanMigrate, AdditionalProperties = now.AdditionalProperties };
    }

    private static AiGatewayException WithAdvice(AiGatewayException error) =>
        ErrorKindRule.Has(error.ApiErrors, TemporarilyUnavailable)
            ? Reworded.As(
                error,
                "The service says so for this operation at times, for an hour and more. Try again later; trying again does no harm, and Get-AiGatewayLoggingState shows where the logs are.")
            : error;
}
