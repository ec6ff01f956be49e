using System.Threading.Tasks;

namespace CloudflareAiGateway.Client;

/// <summary>Where the account's logs live: in AI Gateway, or moved to Workers Observability. The answer's shape is not documented.</summary>
internal sealed class LogSystemCheck : ICheck
{
    /// <inheritdoc/>
    public string Name => "Log system";

    /// <inheritdoc/>
    public async Task<AiGatewayConnectionCheck> RunAsync(Examination examination)
    {
        if (examination.AccountId is not string account)
        {
            return Examination.NoAccount(Name);
        }

        ApiOutcome outcome = await examination.TryAsync(LoggingStateRequests.Get(account)).ConfigureAwait(false);
        if (outcome.Error is AiGatewayException error)
        {
            return new AiGatewayConnectionCheck(Name, CheckStatus.Unknown, error.Message, error.RecommendedAction);
        }

        return LoggingStateReader.Read(outcome.Reply!, account).Platform switch
        {
            LoggingPlatform.WorkersObservability => new(Name, CheckStatus.Warning, "The account's logs are kept in Workers Observability; AI Gateway's log commands may show none.", "Query new logs in Workers Observability."),
            LoggingPlatform.Gateway => new(Name, CheckStatus.Passed, "The account's logs are kept in AI Gateway."),
            _ => new(Name, CheckStatus.Unknown, "The service's answer does not say where logs are kept."),
        };
    }
}
