using System.Management.Automation;
using CloudflareAiGateway.Errors;
using CloudflareAiGateway.Transformation;

namespace CloudflareAiGateway.Commands;

/// <summary>
/// Moves the logs of an account to Workers Observability. That is for good, and the log commands of this module see no rows afterwards, so
/// it asks first; -Confirm:$false does not.
/// </summary>
/// <remarks>Source: <c>aig-config-get-logging-state</c>, <c>aig-config-patch-logging-state</c>.</remarks>
[Cmdlet(VerbsCommon.Set, "AiGatewayLoggingState", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.High)]
[OutputType(typeof(AiGatewayLoggingState))]
public sealed class SetAiGatewayLoggingStateCommand : ConnectedCommand
{
    /// <summary>Where the logs shall be kept. There is one way only: to WorkersObservability.</summary>
    [Parameter(Position = 0)]
    [ChoiceTransformation(typeof(LoggingPlatform))]
    public LoggingPlatform Platform { get; set; } = LoggingPlatform.WorkersObservability;

    /// <summary>Writes the state as it is afterwards.</summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }

    private protected override string ResourceName => "LoggingState";

    /// <summary>Moves one account.</summary>
    protected override void ProcessRecord()
    {
        if (Platform != LoggingPlatform.WorkersObservability)
        {
            WriteError(ErrorRecords.InvalidInput(
                "InvalidLoggingState", $"Logs cannot be moved to {Platform}: the API knows no way back.", Platform, "Get-AiGatewayLoggingState shows where they are."));
            return;
        }

        string accountId = ResolveAccountId();
        if (!TryRead(accountId, out AiGatewayLoggingState? current))
        {
            return;
        }

        if (current?.Platform == LoggingPlatform.WorkersObservability)
        {
            WriteVerbose($"The logs of account {accountId} are in Workers Observability already; nothing was sent.");
            WritePassThru(current);
        }
        else if (ShouldProcess(
            $"account {accountId}",
            "Move the logs of all its gateways to Workers Observability for good: there is no way back, and Get-, Export-, Measure-, Set- and Remove-AiGatewayLog, datasets and evaluations find no rows afterwards")
            && TryAwait(accountId, call => Client.LoggingState.MoveAsync(accountId, call), out AiGatewayLoggingState moved))
        {
            WritePassThru(moved);
        }
    }

    /// <summary>Reads the state. That the service cannot say it at the moment does not stop the move.</summary>
    private bool TryRead(string accountId, out AiGatewayLoggingState? state)
    {
        state = null;
        try
        {
            state = Await(call => Client.LoggingState.GetAsync(accountId, call));
        }
        catch (AiGatewayException failure) when (failure.Kind is AiGatewayErrorKind.Unavailable or AiGatewayErrorKind.UnexpectedResponse)
        {
            WriteVerbose($"Where the logs of account {accountId} are could not be found out: {failure.Message}");
        }
        catch (AiGatewayException failure)
        {
            Fail(failure, accountId);
            return false;
        }

        return true;
    }

    private void WritePassThru(AiGatewayLoggingState state)
    {
        if (PassThru)
        {
            WriteObject(state);
        }
    }
}
