using System.Management.Automation;
using CloudflareAiGateway.Hosting;

namespace CloudflareAiGateway.Commands;

/// <summary>Shows the connection that commands use: the session's own, or else the environment's.</summary>
[Cmdlet(VerbsCommon.Get, "AiGatewayConnection")]
[OutputType(typeof(AiGatewayConnection))]
public sealed class GetAiGatewayConnectionCommand : CancellableCommand
{
    /// <summary>Writes the connection, or nothing when there is none.</summary>
    protected override void ProcessRecord()
    {
        try
        {
            if ((ConnectionStore.Current ?? EnvironmentConnection.Get(UserAgent.For(SessionState))) is { } connection)
            {
                WriteObject(connection);
            }
            else
            {
                WriteVerbose("There is no connection: neither Connect-AiGateway nor the environment gave one.");
            }
        }
        catch (AiGatewayException failure)
        {
            Fail(failure, null);
        }
    }
}
