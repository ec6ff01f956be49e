using System;
using System.Management.Automation;
using System.Security;

namespace CloudflareAiGateway.Transformation;

/// <summary>Takes a secret as SecureString or PSCredential and refuses plain text with the ways that work.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class SecretTransformationAttribute : ArgumentTransformationAttribute
{
    private readonly string _parameter;
    private readonly string _example;

    /// <summary>Names the parameter, for messages.</summary>
    /// <param name="parameter">The parameter's name, without its hyphen.</param>
    /// <param name="example">The name of a secret in a vault that reads well here.</param>
    public SecretTransformationAttribute(string parameter, string example)
    {
        _parameter = parameter;
        _example = example;
    }

    /// <inheritdoc/>
    public override object? Transform(EngineIntrinsics engineIntrinsics, object? inputData)
    {
        object? value = inputData is PSObject wrapped ? wrapped.BaseObject : inputData;
        return value switch
        {
            null => throw new ArgumentTransformationMetadataException($"-{_parameter} is null: the command or variable that should have given it gave nothing."),
            SecureString { Length: 0 } => throw new ArgumentTransformationMetadataException($"-{_parameter} is empty."),
            SecureString secret => secret,
            PSCredential credential => credential.Password,
            string => throw new ArgumentTransformationMetadataException(
                "A secret as plain text ends up in history and transcripts, so it is refused. Use one of: "
                + $"-{_parameter} (Get-Secret {_example}), from the SecretManagement module; "
                + $"-{_parameter} (Read-Host -AsSecureString); "
                + $"-{_parameter} (Get-Content -Raw key.json | ConvertTo-SecureString -AsPlainText -Force), for what is in a file anyway."),
            _ => throw new ArgumentTransformationMetadataException($"-{_parameter} takes a SecureString or a PSCredential, not a {value.GetType().Name}."),
        };
    }
}
