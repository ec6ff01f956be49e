using System.Threading.Tasks;

namespace CloudflareAiGateway;

/// <summary>Where an account's logs are kept.</summary>
internal interface ILoggingStateClient
{
    /// <summary>Reads it (<c>aig-config-get-logging-state</c>).</summary>
    Task<AiGatewayLoggingState> GetAsync(string accountId, CallContext call);

    /// <summary>
    /// Moves the account's logs to Workers Observability for good (<c>aig-config-patch-logging-state</c>). An account that is there
    /// already, as a repeated attempt finds it, has succeeded; that is said as a verbose message.
    /// </summary>
    /// <exception cref="AiGatewayException">Conflict when the service refuses although the logs are still in AI Gateway.</exception>
    Task<AiGatewayLoggingState> MoveAsync(string accountId, CallContext call);
}
