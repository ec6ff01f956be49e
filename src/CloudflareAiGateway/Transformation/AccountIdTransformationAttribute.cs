using System;
using System.Management.Automation;

namespace CloudflareAiGateway.Transformation;

/// <summary>Account ids as the API writes them: in lowercase, and without the blanks that come along when one is copied.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class AccountIdTransformationAttribute : ArgumentTransformationAttribute
{
    /// <inheritdoc/>
    public override object? Transform(EngineIntrinsics engineIntrinsics, object? inputData) =>
        (inputData is PSObject wrapped ? wrapped.BaseObject : inputData) is string text ? text.Trim().ToLowerInvariant() : inputData;
}
