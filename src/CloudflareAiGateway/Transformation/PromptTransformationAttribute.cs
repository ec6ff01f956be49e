using System;
using System.Collections;
using System.Linq;
using System.Management.Automation;

namespace CloudflareAiGateway.Transformation;

/// <summary>
/// Takes texts, and objects with a property Prompt (rows of a CSV file). Any other object is refused: its type's name, turned into text,
/// would be sent and paid for.
/// </summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class PromptTransformationAttribute : ArgumentTransformationAttribute
{
    /// <inheritdoc/>
    public override object? Transform(EngineIntrinsics engineIntrinsics, object? inputData)
    {
        object? value = LooseMembers.Unwrap(inputData);
        return value is IEnumerable many and not string and not IDictionary ? many.Cast<object?>().Select(Text).ToArray() : new[] { Text(value) };
    }

    private static string Text(object? item)
    {
        object? value = LooseMembers.Unwrap(item);
        return value switch
        {
            null => throw new ArgumentTransformationMetadataException("The prompt is null."),
            string text => text,
            _ when LooseMembers.Of(value)?["Prompt"] is string prompt => prompt,
            _ => throw new ArgumentTransformationMetadataException(
                $"An object of the type {value.GetType().Name} is no prompt: give texts, or objects with a property Prompt. To ask about an object, make a text of it first (Out-String, ConvertTo-Json)."),
        };
    }
}
