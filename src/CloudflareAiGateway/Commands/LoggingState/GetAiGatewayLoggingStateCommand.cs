using System.Management.Automation;

namespace CloudflareAiGateway.Commands;

/// <summary>Gets where an account's logs are kept: in AI Gateway, or in Workers Observability.</summary>
/// <remarks>Source: <c>aig-config-get-logging-state</c>.</remarks>
[Cmdlet(VerbsCommon.Get, "AiGatewayLoggingState")]
[OutputType(typeof(AiGatewayLoggingState))]
public sealed class GetAiGatewayLoggingStateCommand : ConnectedCommand
{
    private protected override string ResourceName => "LoggingState";

    /// <summary>Writes the state of one account.</summary>
    protected override void ProcessRecord()
    {
        string accountId = ResolveAccountId();
        if (TryAwait(accountId, call => Client.LoggingState.GetAsync(accountId, call), out AiGatewayLoggingState state))
        {
            WriteObject(state);
        }
    }
}
