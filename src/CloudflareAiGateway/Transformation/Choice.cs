using System;
using System.Linq;
using System.Management.Automation;

namespace CloudflareAiGateway.Transformation;

/// <summary>Reads values of closed sets the way users write them.</summary>
internal static class Choice
{
    /// <summary>
    /// Reads a value by .NET name or wire spelling, whatever its case, or by the number that JSON and CLIXML files have in its place; never
    /// <c>Unknown</c>.
    /// </summary>
    public static bool TryParse(Type choices, object value, out object? choice)
    {
        if (value is ValueType and not (bool or Enum) && LanguagePrimitives.TryConvertTo(value, out int number) && Enum.IsDefined(choices, number))
        {
            value = Enum.ToObject(choices, number);
        }

        string wanted = Plain(value.ToString() ?? string.Empty);
        foreach (Enum candidate in Enum.GetValues(choices))
        {
            if (candidate.ToString() != "Unknown"
                && (Plain(candidate.ToString()) == wanted || Plain(WireSpelling.OfEnum(candidate)) == wanted))
            {
                choice = candidate;
                return true;
            }
        }

        choice = null;
        return false;
    }

    /// <summary>The values that may be set, for messages.</summary>
    public static string Legal(Type choices) => string.Join(", ", Enum.GetNames(choices).Where(n => n != "Unknown"));

    private static string Plain(string text) => text.Trim().Replace("_", string.Empty).Replace("-", string.Empty).ToUpperInvariant();
}
