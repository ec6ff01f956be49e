using System;
using System.Management.Automation;
using System.Security;

namespace CloudflareAiGateway.Transformation;

/// <summary>Takes a token as SecureString or PSCredential and refuses plain text with the ways that work.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class ApiTokenTransformationAttribute : ArgumentTransformationAttribute
{
    /// <inheritdoc/>
    public override object? Transform(EngineIntrinsics engineIntrinsics, object? inputData)
    {
        object? value = inputData is PSObject wrapped ? wrapped.BaseObject : inputData;
        return value switch
        {
            null => throw new ArgumentTransformationMetadataException("The token is null: the command or variable that should have given it gave nothing."),
            SecureString { Length: 0 } => throw new ArgumentTransformationMetadataException("The token is empty."),
            SecureString secret => secret,
            PSCredential credential => credential.Password,
            string => throw new ArgumentTransformationMetadataException(
                "A token as plain text ends up in history and transcripts, so it is refused. Use one of: "
                + "-ApiToken (Get-Secret cloudflare), from the SecretManagement module; "
                + "-ApiToken (Read-Host -AsSecureString); "
                + "or the environment variable CLOUDFLARE_API_TOKEN without -ApiToken."),
            _ => throw new ArgumentTransformationMetadataException($"A token is a SecureString or a PSCredential, not a {value.GetType().Name}."),
        };
    }
}
