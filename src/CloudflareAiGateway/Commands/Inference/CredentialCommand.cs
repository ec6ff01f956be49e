using System;
using System.Management.Automation;
using System.Security;
using CloudflareAiGateway.Completion;
using CloudflareAiGateway.Transformation;

namespace CloudflareAiGateway.Commands;

/// <summary>
/// What every call of a model is paid and let in with. Nothing given: the gateway's stored key of the provider, else Unified Billing. A
/// value that no record could be called with ends the command before anything is sent.
/// </summary>
public abstract class CredentialCommand : ConnectedCommand
{
    /// <summary>The provider's own key, sent with this call only; as SecureString, or as the password of a PSCredential.</summary>
    [Parameter]
    [SecretTransformation(nameof(ProviderKey), "openai")]
    public SecureString? ProviderKey { get; set; }

    /// <summary>The alias of a key that the gateway has stored; left out, the default one.</summary>
    [Parameter]
    [ArgumentCompleter(typeof(KeyAliasCompleter))]
    [ValidateNotNullOrEmpty]
    public string? ByokAlias { get; set; }

    /// <summary>Another Cloudflare token that lets the call into the gateway, in place of the connection's.</summary>
    [Parameter]
    [SecretTransformation(nameof(RunToken), "ai-gateway-run")]
    public SecureString? RunToken { get; set; }

    /// <summary>Fails where credits would pay: a provider's key, on the request or stored, is required.</summary>
    [Parameter]
    public SwitchParameter NoUnifiedBilling { get; set; }

    /// <summary>How long the answer may take, in seconds; left out, the connection's deadline.</summary>
    [Parameter]
    [ValidateRange(1, 86400)]
    public int TimeoutSec { get; set; }

    /// <summary>What the call is paid and let in with.</summary>
    private protected CallCredentials Credentials => new() { ProviderKey = ProviderKey, ByokAlias = ByokAlias, RunToken = RunToken };

    /// <summary>How long the answer may take; null for the connection's deadline.</summary>
    private protected TimeSpan? Timeout => TimeoutSec == 0 ? null : TimeSpan.FromSeconds(TimeoutSec);

    /// <summary>Checks what is the same for every record.</summary>
    protected override void BeginProcessing()
    {
        base.BeginProcessing();
        try
        {
            Prepare();
        }
        catch (AiGatewayException failure)
        {
            ThrowTerminatingError(Errors.ErrorRecords.Create(failure, null, ResourceName));
        }
    }

    /// <summary>Reads and checks what is the same for every record.</summary>
    /// <exception cref="AiGatewayException">It makes no sense.</exception>
    private protected abstract void Prepare();
}
