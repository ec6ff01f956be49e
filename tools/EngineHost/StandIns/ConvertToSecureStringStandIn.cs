using System.Management.Automation;
using System.Security;

namespace CloudflareAiGateway.EngineHost.StandIns;

/// <summary>Stand-in for ConvertTo-SecureString: <c>-AsPlainText -Force</c> only.</summary>
[Cmdlet(VerbsData.ConvertTo, "SecureString")]
public sealed class ConvertToSecureStringStandIn : PSCmdlet
{
    [Parameter(Position = 0, Mandatory = true, ValueFromPipeline = true)] public string String { get; set; } = string.Empty;

    [Parameter(Mandatory = true)] public SwitchParameter AsPlainText { get; set; }

    [Parameter] public SwitchParameter Force { get; set; }

    protected override void ProcessRecord()
    {
        SecureString secret = new();
        foreach (char character in String)
        {
            secret.AppendChar(character);
        }

        secret.MakeReadOnly();
        WriteObject(secret);
    }
}
