using System;
using System.Collections;
using System.Collections.Generic;
using System.Globalization;
using System.Reflection;
using System.Security;
using System.Text.Json.Nodes;

namespace CloudflareAiGateway.Client;

/// <summary>
/// Turns settings into JSON for a request body: plain values, enums, the settings classes, lists and maps. Null members of a settings
/// class are left out. The one place where a secret becomes plain text; what it wrote is kept in <see cref="Secrets"/> for scrubbing.
/// </summary>
internal sealed class SettingsWriter
{
    private const int DeepestNesting = 32;

    private readonly List<SecureString> _secrets = new();

    /// <summary>The secrets that were written.</summary>
    public IReadOnlyList<SecureString> Secrets => _secrets;

    /// <summary>Writes a set of settings.</summary>
    /// <param name="settings">Wire name to value.</param>
    /// <exception cref="AiGatewayException">Rejected: a value is <c>Unknown</c>, or of a type that has no JSON form.</exception>
    public JsonObject Write(IReadOnlyDictionary<string, object?> settings)
    {
        var target = new JsonObject();
        foreach (KeyValuePair<string, object?> setting in settings)
        {
            target[setting.Key] = Value(setting.Value, WireSpelling.PascalCase(setting.Key), 0);
        }

        return target;
    }

    /// <summary>Writes one value of any kind.</summary>
    /// <param name="value">The value.</param>
    /// <param name="where">Its name, for messages.</param>
    /// <exception cref="AiGatewayException">Rejected: a value is <c>Unknown</c>, or of a type that has no JSON form.</exception>
    public JsonNode? WriteValue(object? value, string where) => Value(value, where, 0);

    private static AiGatewayException Refuse(string message) =>
        new(AiGatewayErrorKind.Rejected, message) { RecommendedAction = "Give a value that this version of the module knows." };

    private static string Spelling(Enum value, string where)
    {
        if (!Enum.IsDefined(value.GetType(), value) || value.ToString() == "Unknown")
        {
            string choices = string.Join(", ", Array.FindAll(Enum.GetNames(value.GetType()), name => name != "Unknown"));
            throw Refuse($"'{where}' cannot be set to '{value}', which stands for a value newer than this module; it takes {choices}.");
        }

        return WireSpelling.OfEnum(value);
    }

    private JsonNode? Value(object? value, string where, int depth)
    {
        if (depth > DeepestNesting)
        {
            throw Refuse($"'{where}' is nested too deeply.");
        }

        return value switch
        {
            null => null,
            JsonNode node => node.DeepClone(),
            string text => JsonValue.Create(text),
            bool flag => JsonValue.Create(flag),
            Enum choice => JsonValue.Create(Spelling(choice, where)),
            int number => JsonValue.Create(number),
            long number => JsonValue.Create(number),
            decimal number => JsonValue.Create(number),
            double number when double.IsFinite(number) => JsonValue.Create(number),
            byte or sbyte or short or ushort or uint => JsonValue.Create(Convert.ToInt64(value, CultureInfo.InvariantCulture)),
            float number when float.IsFinite(number) => JsonValue.Create((double)number),
            ulong number => JsonValue.Create(number),
            SecureString secret => Secret(secret),
            Uri address => JsonValue.Create(address.OriginalString),
            Guid id => JsonValue.Create(id.ToString()),
            DateTimeOffset time => JsonValue.Create(time.ToString("O", CultureInfo.InvariantCulture)),
            DateTime time => JsonValue.Create(new DateTimeOffset(time).ToString("O", CultureInfo.InvariantCulture)),
            IDictionary map => Map(map, where, depth),
            IEnumerable list => List(list, where, depth),
            _ when value.GetType().Assembly == typeof(AiGateway).Assembly => Members(value, where, depth),
            _ => throw Refuse($"'{where}' cannot be a value of type {value.GetType().Name}."),
        };
    }

    private JsonValue Secret(SecureString secret)
    {
        _secrets.Add(secret);
        return JsonValue.Create(TokenSource.Reveal(secret))!;
    }

    private JsonObject Map(IDictionary map, string where, int depth)
    {
        var target = new JsonObject();
        foreach (DictionaryEntry entry in map)
        {
            string name = Convert.ToString(entry.Key, CultureInfo.InvariantCulture)!;
            target[name] = Value(entry.Value, $"{where}.{name}", depth + 1);
        }

        return target;
    }

    private JsonArray List(IEnumerable list, string where, int depth)
    {
        var target = new JsonArray();
        foreach (object? item in list)
        {
            target.Add(Value(item, $"{where}[{target.Count}]", depth + 1));
        }

        return target;
    }

    private JsonObject Members(object settings, string where, int depth)
    {
        var target = new JsonObject();
        foreach (PropertyInfo property in settings.GetType().GetProperties(BindingFlags.Public | BindingFlags.Instance))
        {
            if (property.Name == WireJson.Additional && property.GetValue(settings) is IReadOnlyDictionary<string, object?> more)
            {
                // What is newer than the model goes back under its own names.
                foreach (KeyValuePair<string, object?> member in more)
                {
                    target[member.Key] = Value(member.Value, $"{where}.{member.Key}", depth + 1);
                }
            }
            else if (property.GetValue(settings) is object value && !property.IsDefined(typeof(NotOnWireAttribute)))
            {
                target[WireSpelling.Of(property)] = Value(value, $"{where}.{property.Name}", depth + 1);
            }
        }

        return target;
    }
}
