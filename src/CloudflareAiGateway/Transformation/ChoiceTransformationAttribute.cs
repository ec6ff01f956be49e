using System;
using System.Management.Automation;

namespace CloudflareAiGateway.Transformation;

/// <summary>A value of a closed set, by its .NET name or by the API's spelling. <c>Unknown</c> is for reading and is refused.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class ChoiceTransformationAttribute : SettingTransformationAttribute
{
    private readonly Type _choices;

    /// <summary>Names the set.</summary>
    /// <param name="choices">An enum with a member <c>Unknown</c>.</param>
    public ChoiceTransformationAttribute(Type choices) => _choices = choices;

    /// <inheritdoc/>
    protected override object Convert(object value) =>
        Choice.TryParse(_choices, value, out object? choice)
            ? choice!
            : throw new ArgumentTransformationMetadataException($"'{value}' is not one of {Choice.Legal(_choices)}.");
}
