using System;
using System.Management.Automation;
using System.Security;

namespace CloudflareAiGateway.Transformation;

/// <summary>Takes a secret as SecureString or PSCredential and refuses plain text with the ways that work.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class SecretTransformationAttribute : ArgumentTransformationAttribute
{
    private readonly string _parameter;
    private readonly string _vaultName;

    /// <summary>Names the parameter.</summary>
    /// <param name="parameter">The parameter, for the message.</param>
    /// <param name="vaultName">A name that the secret might have in a vault, for the message.</param>
    public SecretTransformationAttribute(string parameter, string vaultName)
    {
        _parameter = parameter;
        _vaultName = vaultName;
    }

    /// <inheritdoc/>
    public override object? Transform(EngineIntrinsics engineIntrinsics, object? inputData)
    {
        object? value = inputData is PSObject wrapped ? wrapped.BaseObject : inputData;
        return value switch
        {
            null => throw Refuse("is null: the command or variable that should have given it gave nothing."),
            SecureString { Length: 0 } => throw Refuse("is empty."),
            SecureString secret => secret,
            PSCredential credential => credential.Password,
            string => throw Refuse(
                "as plain text ends up in history and transcripts, so it is refused. Use one of: "
                + $"-{_parameter} (Get-Secret {_vaultName}), from the SecretManagement module; -{_parameter} (Read-Host -AsSecureString); "
                + $"or, from a variable of the environment, -{_parameter} (ConvertTo-SecureString $env:NAME -AsPlainText)."),
            _ => throw Refuse($"is a SecureString or a PSCredential, not a {value.GetType().Name}."),
        };
    }

    private ArgumentTransformationMetadataException Refuse(string text) => new($"-{_parameter} {text}");
}
