using System.Management.Automation;
using System.Security;
using CloudflareAiGateway.Transformation;

namespace CloudflareAiGateway.Commands;

/// <summary>Rotates a stored key in place: the value changes, everything else stays, and calls go on meanwhile.</summary>
/// <remarks>Source: <c>aig-config-update-providers</c>.</remarks>
[Cmdlet(VerbsCommon.Set, "AiGatewayProviderKey", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.Medium)]
[OutputType(typeof(AiGatewayProviderKey))]
public sealed class SetAiGatewayProviderKeyCommand : StoredKeyCommand
{
    /// <summary>The new key, of any form: a SecureString, or a PSCredential whose password it is.</summary>
    [Parameter(Mandatory = true)]
    [SecretTransformation(nameof(ApiKey), "openai")]
    public SecureString? ApiKey { get; set; }

    /// <summary>Writes the key, without its value, as it is afterwards.</summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }

    /// <summary>Rotates one key.</summary>
    protected override void ProcessRecord()
    {
        if (!HasValidNames() || !HasValidValue(ApiKey!))
        {
            return;
        }

        string accountId = ResolveAccountId();
        try
        {
            string id = FindId(accountId);
            if (ShouldProcess(Describe(accountId), "Replace the value"))
            {
                AiGatewayProviderKey changed = Await(call => Client.ProviderKeys.RotateAsync(accountId, Gateway, id, ApiKey!, call));
                if (PassThru)
                {
                    WriteObject(changed);
                }
            }
        }
        catch (AiGatewayException failure)
        {
            Fail(failure, Provider);
        }
    }
}
