using System.Collections;
using System.Collections.Generic;
using System.Collections.Specialized;
using System.Globalization;

namespace CloudflareAiGateway;

/// <summary>Conditions in one form: MongoDB's short form <c>{ field: value }</c>, which the API's documentation does not name, becomes <c>{ field: { $eq: value } }</c>.</summary>
internal static class RouteCondition
{
    private const int DeepestNesting = 32;

    /// <summary>Copies a condition in the long form; what is no condition stays as it is.</summary>
    public static object Normalize(object condition) => Normalize(condition, 0)!;

    private static object? Normalize(object? condition, int depth)
    {
        if (condition is not IDictionary members || depth > DeepestNesting)
        {
            return condition;
        }

        var normal = new OrderedDictionary();
        foreach (DictionaryEntry member in members)
        {
            string name = System.Convert.ToString(member.Key, CultureInfo.InvariantCulture)!;
            normal[name] = name.StartsWith("$", System.StringComparison.Ordinal) ? Operand(member.Value, depth) : Compared(member.Value);
        }

        return normal;
    }

    /// <summary>What stands beside an operator: a list of conditions, or a value.</summary>
    private static object? Operand(object? value, int depth)
    {
        if (value is not IEnumerable items || value is string or IDictionary)
        {
            return value;
        }

        var list = new List<object?>();
        foreach (object? item in items)
        {
            list.Add(Normalize(item, depth + 1));
        }

        return list.ToArray();
    }

    private static object? Compared(object? value) =>
        value is IDictionary || (value is IEnumerable && value is not string) ? value : new OrderedDictionary { ["$eq"] = value };
}
