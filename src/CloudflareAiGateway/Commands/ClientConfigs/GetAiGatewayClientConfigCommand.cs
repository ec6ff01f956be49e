using System.Management.Automation;
using CloudflareAiGateway.Errors;

namespace CloudflareAiGateway.Commands;

/// <summary>
/// Writes settings with which a client calls a gateway: a text that runs as it stands, the variables it reads its secrets from, and what
/// goes wrong with that client. When connected, the gateway is read and decides what the client has to send.
/// </summary>
/// <remarks>Source: <c>aig-config-fetch-gateway</c>.</remarks>
[Cmdlet(VerbsCommon.Get, "AiGatewayClientConfig")]
[OutputType(typeof(AiGatewayClientConfig))]
public sealed class GetAiGatewayClientConfigCommand : GatewaySettingsTextCommand
{
    /// <summary>The clients.</summary>
    [Parameter(Mandatory = true, Position = 1)]
    public ClientTool[] Client { get; set; } = null!;

    private protected override bool NeedsAccount => true;

    /// <summary>Writes the settings for one gateway.</summary>
    protected override void ProcessRecord()
    {
        if (!TryFindGateway(out ClientConfigRequest? request))
        {
            return;
        }

        foreach (ClientTool client in Client)
        {
            Write(request!.For(client));
        }
    }

    private void Write(ClientConfigRequest request)
    {
        try
        {
            AiGatewayClientConfig config = ClientTemplates.Write(request);
            foreach (string warning in config.Warnings)
            {
                WriteWarning(warning);
            }

            WriteObject(config);
        }
        catch (AiGatewayException refusal)
        {
            WriteError(ErrorRecords.InvalidInput("InvalidClientConfig", refusal.Message, request.Client, refusal.RecommendedAction));
        }
    }
}
