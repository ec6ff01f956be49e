using System;
using System.Management.Automation;
using System.Security;
using CloudflareAiGateway.Completion;
using CloudflareAiGateway.Errors;
using CloudflareAiGateway.Transformation;

namespace CloudflareAiGateway.Commands;

/// <summary>Makes a secret. It is pending for a while before it can be used.</summary>
/// <remarks>Source: <c>secrets-store-secret-create</c>.</remarks>
[Cmdlet(VerbsCommon.New, "AiGatewaySecret", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.Low)]
[OutputType(typeof(AiGatewaySecret))]
public sealed class NewAiGatewaySecretCommand : SecretStoreCommand
{
    /// <summary>The secret's name, unique in its store.</summary>
    [Parameter(Mandatory = true, Position = 0)]
    [ValidateNotNullOrEmpty]
    public string Name { get; set; } = string.Empty;

    /// <summary>The value, 64 KiB in UTF-8 at most: a SecureString, or a PSCredential whose password it is.</summary>
    [Parameter(Mandatory = true, Position = 1)]
    [SecretTransformation(nameof(Value), "openai")]
    public SecureString? Value { get; set; }

    /// <summary>The services that may use it.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    [ModelTransformation(typeof(SecretScope[]), nameof(Scopes))]
    public SecretScope[] Scopes { get; set; } = { SecretScope.AiGateway };

    /// <summary>A text for people.</summary>
    [Parameter]
    public string? Comment { get; set; }

    /// <summary>Makes one secret.</summary>
    protected override void ProcessRecord()
    {
        if (SecretValue.Explain(Value!, $"The value of secret '{Name}'") is { } problem)
        {
            WriteError(ErrorRecords.InvalidInput("InvalidSecretValue", problem, Name));
            return;
        }

        string accountId = ResolveAccountId();
        try
        {
            string storeId = ResolveStoreId(accountId);
            if (ShouldProcess(
                $"secret '{Name}' in Secrets Store {storeId} (account {accountId})",
                $"Create, for {string.Join(", ", Array.ConvertAll(Scopes, scope => scope.ToString()))}"))
            {
                var secret = new NewSecret { Name = Name, Value = Value!, Scopes = Scopes, Comment = Comment };
                AiGatewaySecret made = Await(call => Client.Secrets.CreateAsync(accountId, storeId, secret, call));
                CompletionCache.Clear();
                WriteObject(made);
            }
        }
        catch (AiGatewayException failure)
        {
            Fail(failure, Name);
        }
    }
}
