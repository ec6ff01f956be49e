using System;
using System.Collections;
using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;
using System.Reflection;

namespace CloudflareAiGateway.Transformation;

/// <summary>
/// Actions by hazard category, as a hashtable (@{ Hate = 'Block' }) or as texts (Hate=Block, Privacy=Flag), which complete. Categories go by
/// name or by code; <c>All</c> is for those that are not named.
/// </summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class GuardrailTransformationAttribute : SettingTransformationAttribute
{
    private const string Rest = "All";

    /// <inheritdoc/>
    protected override object Convert(object value)
    {
        if (value is GuardrailCategories)
        {
            return value;
        }

        var categories = new GuardrailCategories();
        ContentAction? rest = null;
        foreach (KeyValuePair<string, object?> entry in Entries(value))
        {
            ContentAction action = Action(entry);
            if (string.Equals(entry.Key, Rest, StringComparison.OrdinalIgnoreCase))
            {
                rest = action;
                continue;
            }

            GuardrailCategory category = GuardrailCategory.Find(entry.Key)
                ?? throw Refuse($"There is no category '{entry.Key}'. Categories: {string.Join(", ", GuardrailCategory.All.Select(c => $"{c.Name} ({c.Code})"))}, or All for the rest.");
            PropertyInfo property = Property(category);
            if (property.GetValue(categories) is not null)
            {
                throw Refuse($"The category {category.Name} ({category.Code}) is named twice.");
            }

            property.SetValue(categories, action);
        }

        FillRest(categories, rest);
        return categories;
    }

    private static void FillRest(GuardrailCategories categories, ContentAction? rest)
    {
        foreach (PropertyInfo property in GuardrailCategory.All.Select(Property))
        {
            property.SetValue(categories, property.GetValue(categories) ?? rest);
        }
    }

    private static ContentAction Action(KeyValuePair<string, object?> entry) =>
        entry.Value is { } value && Choice.TryParse(typeof(ContentAction), value, out object? action)
            ? (ContentAction)action!
            : throw Refuse($"{entry.Key}: '{entry.Value}' is not an action; it is Block or Flag.");

    private static IEnumerable<KeyValuePair<string, object?>> Entries(object value) => value switch
    {
        IDictionary map => map.Keys.Cast<object>().Select(k => new KeyValuePair<string, object?>(k.ToString()!, Unwrap(map[k]))),
        PSObject custom => custom.Properties.Select(p => new KeyValuePair<string, object?>(p.Name, Unwrap(p.Value))),
        string text => text.Split(',').Select(Split),
        IEnumerable list => list.Cast<object?>().Select(item => Split(Unwrap(item)?.ToString() ?? string.Empty)),
        _ => throw Refuse($"Give a hashtable such as @{{ Hate = 'Block' }}, or texts such as Hate=Block; not '{value}'."),
    };

    private static KeyValuePair<string, object?> Split(string text)
    {
        int equals = text.IndexOf('=');
        return equals > 0
            ? new KeyValuePair<string, object?>(text.Substring(0, equals).Trim(), text.Substring(equals + 1).Trim())
            : throw Refuse($"'{text.Trim()}' names no action: write {(text.Trim().Length == 0 ? "Hate" : text.Trim())}=Block or =Flag.");
    }

    private static object? Unwrap(object? value) => value is PSObject wrapped ? wrapped.BaseObject : value;

    private static PropertyInfo Property(GuardrailCategory category) => typeof(GuardrailCategories).GetProperty(category.Code)!;

    private static ArgumentTransformationMetadataException Refuse(string message) => new(message);
}
