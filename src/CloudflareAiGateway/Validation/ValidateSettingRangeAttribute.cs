using System.Globalization;
using System.Management.Automation;

namespace CloudflareAiGateway.Validation;

/// <summary>The legal range of a number setting. Unlike ValidateRange it lets null pass, which clears the setting.</summary>
internal sealed class ValidateSettingRangeAttribute : ValidateArgumentsAttribute
{
    private readonly int _minimum;
    private readonly int _maximum;
    private readonly string _unit;

    /// <summary>Names the range.</summary>
    /// <param name="minimum">The least value.</param>
    /// <param name="maximum">The greatest value.</param>
    /// <param name="unit">The unit, for the message.</param>
    public ValidateSettingRangeAttribute(int minimum, int maximum, string unit)
    {
        _minimum = minimum;
        _maximum = maximum;
        _unit = unit;
    }

    /// <inheritdoc/>
    protected override void Validate(object arguments, EngineIntrinsics engineIntrinsics)
    {
        if (arguments is int value && (value < _minimum || value > _maximum))
        {
            throw new ValidationMetadataException(string.Format(
                CultureInfo.InvariantCulture,
                _maximum == int.MaxValue ? "{0} is too small: at least {1} {3}." : "{0} is out of range: from {1} to {2} {3}.",
                value,
                _minimum,
                _maximum,
                _unit));
        }
    }
}
