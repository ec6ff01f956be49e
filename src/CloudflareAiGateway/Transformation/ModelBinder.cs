using System;
using System.Collections;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Management.Automation;
using System.Reflection;
using System.Security;

namespace CloudflareAiGateway.Transformation;

/// <summary>
/// Makes a settings object from a hashtable or an object from JSON. A wrong key names itself, its place and the legal keys; keys match
/// in any case, with or without underscores, so that the API's own JSON can be used.
/// </summary>
internal static class ModelBinder
{
    /// <summary>Converts a value to a type.</summary>
    /// <param name="value">What the user gave.</param>
    /// <param name="type">What is wanted.</param>
    /// <param name="place">Where the value stands, such as <c>SpendLimits.Rules[0].Limit</c>.</param>
    /// <exception cref="ArgumentTransformationMetadataException">The value does not fit.</exception>
    public static object? Bind(object? value, Type type, string place)
    {
        if (value is PSObject { BaseObject: not PSCustomObject } wrapped)
        {
            value = wrapped.BaseObject;
        }

        Type wanted = Nullable.GetUnderlyingType(type) ?? type;
        if (value is null || wanted.IsInstanceOfType(value))
        {
            return value;
        }

        if (wanted.IsArray)
        {
            return BindArray(value, wanted.GetElementType()!, place);
        }

        if (wanted == typeof(SecureString))
        {
            return BindSecret(value, place);
        }

        if (wanted.IsGenericType && wanted.GetGenericTypeDefinition() == typeof(IDictionary<,>))
        {
            return BindMap(value, wanted.GetGenericArguments()[1], place);
        }

        if (wanted.IsEnum)
        {
            return Choice.TryParse(wanted, value, out object? choice)
                ? choice
                : throw Refuse($"{place}: '{value}' is not one of {Choice.Legal(wanted)}.");
        }

        return wanted.Assembly == typeof(AiGateway).Assembly ? BindObject(value, wanted, place) : BindValue(value, wanted, place);
    }

    private static object BindObject(object value, Type type, string place)
    {
        object model = Activator.CreateInstance(type)!;
        PropertyInfo[] properties = type.GetProperties().Where(p => p.CanWrite).ToArray();
        foreach (KeyValuePair<string, object?> entry in Entries(value, place, string.Join(", ", properties.Select(p => p.Name))))
        {
            PropertyInfo property = Array.Find(properties, p => Plain(p.Name) == Plain(entry.Key))
                ?? throw Refuse($"{place} has no key '{entry.Key}'. Legal keys: {string.Join(", ", properties.Select(p => p.Name))}.");
            object? bound = Bind(entry.Value, property.PropertyType, $"{place}.{property.Name}");
            if (bound is not null || Nullable.GetUnderlyingType(property.PropertyType) is not null)
            {
                property.SetValue(model, bound);
            }
        }

        return model;
    }

    private static Array BindArray(object value, Type element, string place)
    {
        object?[] items = value is IEnumerable list and not string and not IDictionary ? list.Cast<object?>().ToArray() : new[] { value };
        var array = Array.CreateInstance(element, items.Length);
        for (int i = 0; i < items.Length; i++)
        {
            array.SetValue(Bind(items[i], element, $"{place}[{i}]") ?? throw Refuse($"{place}[{i}] is null."), i);
        }

        return array;
    }

    private static IDictionary BindMap(object value, Type element, string place)
    {
        var map = (IDictionary)Activator.CreateInstance(typeof(Dictionary<,>).MakeGenericType(typeof(string), element))!;
        foreach (KeyValuePair<string, object?> entry in Entries(value, place, "names of your choice"))
        {
            map[entry.Key] = Bind(entry.Value, element, $"{place}.{entry.Key}") ?? throw Refuse($"{place}.{entry.Key} is null.");
        }

        return map;
    }

    private static SecureString BindSecret(object value, string place) => value switch
    {
        PSCredential credential => credential.Password,
        _ => throw Refuse($"{place} is a secret: give a SecureString or a PSCredential, such as (Get-Secret stripe) or (Read-Host -AsSecureString), not plain text."),
    };

    /// <summary>Simple values. The engine's own conversion comes last: it takes the text <c>false</c> for true, and rounds fractions.</summary>
    private static object? BindValue(object value, Type type, string place)
    {
        if (type == typeof(bool))
        {
            return FlagTransformationAttribute.Read(value) ?? throw Refuse($"{place}: '{value}' is neither true nor false. {FlagTransformationAttribute.Legal}");
        }

        bool isWhole = type == typeof(int) || type == typeof(long);
        if (isWhole || type == typeof(decimal))
        {
            if (!DecimalText.TryRead(value, out decimal number) || (isWhole && number != decimal.Truncate(number)))
            {
                throw Refuse($"{place}: '{value}' is not a {(isWhole ? "whole number." : "number. Give it with a decimal point, such as 12.50, and without separators.")}");
            }

            value = number;
        }

        return LanguagePrimitives.TryConvertTo(value, type, CultureInfo.InvariantCulture, out object? converted)
            ? converted
            : throw Refuse($"{place}: '{value}' is not a {type.Name}.");
    }

    private static IEnumerable<KeyValuePair<string, object?>> Entries(object value, string place, string legal)
    {
        if (value is IDictionary dictionary)
        {
            return dictionary.Keys.Cast<object>().Select(k => new KeyValuePair<string, object?>(k.ToString()!, dictionary[k]));
        }

        return value is PSObject custom
            ? custom.Properties.Select(p => new KeyValuePair<string, object?>(p.Name, p.Value))
            : throw Refuse($"{place} must be a hashtable with the keys {legal}; it is '{value}'. A CSV file cannot hold it; JSON and CLIXML files can.");
    }

    private static string Plain(string key) => key.Replace("_", string.Empty).ToUpperInvariant();

    private static ArgumentTransformationMetadataException Refuse(string message) => new(message);
}
