using System.Management.Automation;
using CloudflareAiGateway.Hosting;

namespace CloudflareAiGateway.Commands;

/// <summary>Forgets the session's connection. Nothing is sent; a connection in the environment stays in force.</summary>
[Cmdlet(VerbsCommunications.Disconnect, "AiGateway")]
[OutputType(typeof(void))]
public sealed class DisconnectAiGatewayCommand : CancellableCommand
{
    /// <summary>Forgets the connection.</summary>
    protected override void ProcessRecord()
    {
        WriteVerbose(ConnectionStore.Clear() ? "Disconnected." : "There was no connection.");
        Completion.CompletionCache.Clear();
    }
}
