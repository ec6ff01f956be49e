using System.Management.Automation;

namespace CloudflareAiGateway.Transformation;

/// <summary>
/// Base of the conversions for settings. A blank, as an empty cell of a CSV file gives, is no value; everything else goes to the
/// derived conversion without its PSObject wrapper.
/// </summary>
public abstract class SettingTransformationAttribute : ArgumentTransformationAttribute
{
    /// <inheritdoc/>
    public sealed override object? Transform(EngineIntrinsics engineIntrinsics, object? inputData)
    {
        object? value = inputData is PSObject wrapped && wrapped.BaseObject is not PSCustomObject ? wrapped.BaseObject : inputData;
        return value is null || (value is string text && string.IsNullOrWhiteSpace(text)) ? null : Convert(value);
    }

    /// <summary>Converts a value that is neither null nor blank.</summary>
    /// <param name="value">The value without wrapper.</param>
    /// <returns>The value in the parameter's type, or in one that the engine converts further.</returns>
    protected abstract object? Convert(object value);
}
