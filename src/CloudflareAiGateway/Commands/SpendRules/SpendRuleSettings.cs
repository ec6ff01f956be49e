using System;
using System.Collections.Generic;

namespace CloudflareAiGateway.Commands;

/// <summary>The settings of a spend rule that a command got, by wire name.</summary>
internal sealed class SpendRuleSettings : Dictionary<string, object?>
{
    private readonly Predicate<string> _isBound;

    /// <summary>Begins with none.</summary>
    /// <param name="isBound">Whether a parameter was given; $null counts.</param>
    public SpendRuleSettings(Predicate<string> isBound)
        : base(StringComparer.Ordinal) => _isBound = isBound;

    /// <summary>Adds a setting that cannot be cleared, when it has a value.</summary>
    public SpendRuleSettings Given(string name, object? value)
    {
        if (value is not null)
        {
            this[name] = value;
        }

        return this;
    }

    /// <summary>Adds a setting that $null clears, when its parameter was given.</summary>
    public SpendRuleSettings Bound(string parameter, string name, object? value)
    {
        if (_isBound(parameter))
        {
            this[name] = value;
        }

        return this;
    }
}
