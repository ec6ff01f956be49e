using System.Collections;
using System.Collections.Generic;
using System.Globalization;

namespace CloudflareAiGateway;

/// <summary>Conditions as people read them, for views and differences.</summary>
internal static class RouteConditionText
{
    private const int DeepestNesting = 32;

    /// <summary>A condition in a line.</summary>
    /// <returns>Such as <c>metadata.plan = 'free' and (metadata.tier = 1 or metadata.tier in (2, 3))</c>.</returns>
    public static string Of(object? condition) => Of(condition, 0);

    /// <summary>A value as it is written in such a line.</summary>
    public static string Value(object? value) => Value(value, 0);

    private static string Of(object? condition, int depth)
    {
        if (condition is not IDictionary members || depth > DeepestNesting)
        {
            return Value(condition, depth);
        }

        var parts = new List<string>();
        foreach (DictionaryEntry member in members)
        {
            string name = Name(member);
            parts.Add(name is "$and" or "$or" && member.Value is IEnumerable list and not (string or IDictionary)
                ? Join(list, name.Substring(1), depth)
                : Field(name, member.Value, depth));
        }

        return parts.Count == 0 ? "(empty)" : string.Join(" and ", parts);
    }

    private static string Join(IEnumerable list, string word, int depth)
    {
        var parts = new List<string>();
        foreach (object? item in list)
        {
            parts.Add(Of(item, depth + 1));
        }

        return parts.Count == 1 ? parts[0] : $"({string.Join($" {word} ", parts)})";
    }

    private static string Field(string name, object? value, int depth)
    {
        if (value is not IDictionary operators || operators.Count == 0)
        {
            return $"{name} = {Value(value, depth)}";
        }

        var parts = new List<string>();
        foreach (DictionaryEntry member in operators)
        {
            string sign = Name(member) switch
            {
                "$eq" => "=",
                "$ne" => "!=",
                "$in" => "in",
                "$nin" => "not in",
                "$gt" => ">",
                "$gte" => ">=",
                "$lt" => "<",
                "$lte" => "<=",
                string other => other,
            };
            parts.Add($"{name} {sign} {Value(member.Value, depth)}");
        }

        return string.Join(" and ", parts);
    }

    private static string Value(object? value, int depth)
    {
        if (depth > DeepestNesting)
        {
            return "…";
        }

        switch (value)
        {
            case null:
                return "null";
            case string text:
                return $"'{text}'";
            case bool flag:
                return flag ? "true" : "false";
            case IDictionary members:
                var pairs = new List<string>();
                foreach (DictionaryEntry member in members)
                {
                    pairs.Add($"{Name(member)}: {Value(member.Value, depth + 1)}");
                }

                return "{ " + string.Join(", ", pairs) + " }";
            case IEnumerable list:
                var items = new List<string>();
                foreach (object? item in list)
                {
                    items.Add(Value(item, depth + 1));
                }

                return $"({string.Join(", ", items)})";
            default:
                return System.Convert.ToString(value, CultureInfo.InvariantCulture)!;
        }
    }

    private static string Name(DictionaryEntry member) => System.Convert.ToString(member.Key, CultureInfo.InvariantCulture)!;
}
