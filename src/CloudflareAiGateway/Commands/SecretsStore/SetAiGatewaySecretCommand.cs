using System;
using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;
using System.Security;
using CloudflareAiGateway.Errors;
using CloudflareAiGateway.Transformation;

namespace CloudflareAiGateway.Commands;

/// <summary>Changes value, scopes or comment of secrets; only what is given changes, and nothing is sent when nothing would.</summary>
/// <remarks>Source: <c>secrets-store-patch-by-id</c>.</remarks>
[Cmdlet(VerbsCommon.Set, "AiGatewaySecret", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.Medium, DefaultParameterSetName = NameSet)]
[OutputType(typeof(AiGatewaySecret))]
public sealed class SetAiGatewaySecretCommand : SecretItemCommand
{
    /// <summary>The new value, 64 KiB in UTF-8 at most: a SecureString, or a PSCredential whose password it is.</summary>
    [Parameter]
    [SecretTransformation(nameof(Value), "openai")]
    public SecureString? Value { get; set; }

    /// <summary>The services that may use it from now on.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    [ModelTransformation(typeof(SecretScope[]), nameof(Scopes))]
    public SecretScope[]? Scopes { get; set; }

    /// <summary>The new comment; empty for none.</summary>
    [Parameter]
    [AllowEmptyString]
    [AllowNull]
    public string? Comment { get; set; }

    /// <summary>Writes the secret as it is afterwards.</summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }

    /// <summary>Refuses a change that cannot be one, before any call.</summary>
    protected override void ProcessRecord()
    {
        string? problem = Value is null ? null : SecretValue.Explain(Value, "The new value");
        if (problem is not null)
        {
            WriteError(ErrorRecords.InvalidInput("InvalidSecretValue", problem, (Name ?? SecretId)![0]));
        }
        else if (Value is null && Scopes is null && !HasComment)
        {
            WriteError(ErrorRecords.InvalidInput("NothingToSet", "Nothing to set: give -Value, -Scopes or -Comment.", (Name ?? SecretId)![0]));
        }
        else
        {
            base.ProcessRecord();
        }
    }

    private bool HasComment => MyInvocation.BoundParameters.ContainsKey(nameof(Comment));

    private protected override void ProcessSecret(AiGatewaySecret secret)
    {
        bool changesScopes = Scopes is not null && !new HashSet<SecretScope>(Scopes).SetEquals(secret.Scopes);
        bool changesComment = HasComment && (Comment ?? string.Empty) != (secret.Comment ?? string.Empty);
        string[] changes = new[]
        {
            Value is null ? null : "Value: replaced",
            changesScopes ? $"Scopes: {Show(secret.Scopes)} → {Show(Scopes!)}" : null,
            changesComment ? $"Comment: {Quote(secret.Comment)} → {Quote(Comment)}" : null,
        }.OfType<string>().ToArray();
        if (changes.Length == 0)
        {
            WriteVerbose($"Secret '{secret.Name}' has these settings already; nothing was sent.");
            WritePassThru(secret);
            return;
        }

        var patch = new SecretPatch { Value = Value, Scopes = changesScopes ? Scopes : null, Comment = changesComment ? Comment ?? string.Empty : null };
        string text = $"Set {Describe(secret)}: {string.Join("; ", changes)}";
        if (ShouldProcess(text, text + Environment.NewLine + "Continue?", "Set-AiGatewaySecret"))
        {
            WritePassThru(Await(call => Client.Secrets.PatchAsync(secret.AccountId, secret.StoreId, secret.Id, patch, call)));
        }
    }

    private static string Quote(string? text) => string.IsNullOrEmpty(text) ? "null" : $"'{text}'";

    private void WritePassThru(AiGatewaySecret secret)
    {
        if (PassThru)
        {
            WriteObject(secret);
        }
    }
}
