using System.Linq;
using System.Management.Automation;
using CloudflareAiGateway.Completion;
using CloudflareAiGateway.Errors;
using CloudflareAiGateway.Transformation;

namespace CloudflareAiGateway.Commands;

/// <summary>Makes a secret of another name with the same value, which nobody has to know for it. The copy stays in the same store.</summary>
/// <remarks>Source: <c>secrets-store-duplicate-by-id</c>.</remarks>
[Cmdlet(VerbsCommon.Copy, "AiGatewaySecret", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.Low, DefaultParameterSetName = NameSet)]
[OutputType(typeof(AiGatewaySecret))]
public sealed class CopyAiGatewaySecretCommand : SecretItemCommand
{
    /// <summary>The copy's name.</summary>
    [Parameter(Mandatory = true, Position = 1)]
    [ValidateNotNullOrEmpty]
    public string NewName { get; set; } = string.Empty;

    /// <summary>The services that may use the copy; left out, those of the original.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    [ModelTransformation(typeof(SecretScope[]), nameof(Scopes))]
    public SecretScope[]? Scopes { get; set; }

    /// <summary>The copy's comment; left out, that of the original.</summary>
    [Parameter]
    [AllowEmptyString]
    [AllowNull]
    public string? Comment { get; set; }

    private protected override void ProcessSecret(AiGatewaySecret secret)
    {
        SecretScope[] scopes = Scopes ?? secret.Scopes.Where(scope => scope != SecretScope.Unknown).ToArray();
        if (scopes.Length == 0)
        {
            WriteError(ErrorRecords.InvalidInput(
                "InvalidSecret", $"Secret '{secret.Name}' has no scope that this module knows, so the copy would have none.", secret.Name, "Give -Scopes."));
            return;
        }

        string? comment = MyInvocation.BoundParameters.ContainsKey(nameof(Comment)) ? Comment ?? string.Empty : secret.Comment;
        if (ShouldProcess(Describe(secret), $"Copy to '{NewName}', for {Show(scopes)}"))
        {
            AiGatewaySecret copy = Await(call => Client.Secrets.CopyAsync(secret, NewName, scopes, comment, call));
            CompletionCache.Clear();
            WriteObject(copy);
        }
    }
}
