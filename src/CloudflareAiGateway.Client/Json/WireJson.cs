using System;
using System.Collections.Generic;
using System.Reflection;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using System.Threading.Tasks;

namespace CloudflareAiGateway.Client;

/// <summary>
/// How answers become models: names by <see cref="WireSpelling"/>, lenient about types, unknown members into
/// <c>AdditionalProperties</c>. A new resource is a class with init properties and nothing else: contracts are worked out once per
/// type, rows cost no reflection.
/// </summary>
internal static class WireJson
{
    /// <summary>The property that keeps members which no other property knows.</summary>
    public const string Additional = "AdditionalProperties";

    /// <summary>The one set of options; shared, as it caches the contracts.</summary>
    public static readonly JsonSerializerOptions Options = Create();

    private static readonly Lazy<Task> s_warm = new(() => Task.Run(WarmUp));

    /// <summary>
    /// Works out the contracts that nearly every session needs, beside the first connection's name look-up and TLS: reading the first
    /// answer then costs a few milliseconds, not seventy.
    /// </summary>
    /// <returns>Ends when reading is warm; nobody has to wait for it.</returns>
    public static Task WarmUpAsync() => s_warm.Value;

    private static void WarmUp() =>
        JsonSerializer.Deserialize<Envelope<List<AiGateway>>>("""{"success":true,"result":[{"id":"x","collect_logs":true}],"result_info":{"page":1}}"""u8, Options);

    private static JsonSerializerOptions Create()
    {
        var options = new JsonSerializerOptions
        {
            TypeInfoResolver = new DefaultJsonTypeInfoResolver { Modifiers = { Shape } },
            MaxDepth = 128,

            // Bodies travel as UTF-8 to an API, not into HTML: no need to escape every quote and letter.
            Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        };
        options.Converters.Add(new LenientBooleanConverter());
        options.Converters.Add(new LenientStringConverter());
        options.Converters.Add(LenientNumbers.Int32);
        options.Converters.Add(LenientNumbers.Int64);
        options.Converters.Add(LenientNumbers.Double);
        options.Converters.Add(LenientNumbers.Decimal);
        options.Converters.Add(new LenientDateConverter());
        options.Converters.Add(new LenientEnumConverterFactory());
        options.Converters.Add(new SecretConverter());
        options.Converters.Add(new PlainValueConverter());
        options.MakeReadOnly();
        return options;
    }

    private static void Shape(JsonTypeInfo type)
    {
        if (type.Kind is not JsonTypeInfoKind.Object)
        {
            return;
        }

        for (int i = type.Properties.Count - 1; i >= 0; i--)
        {
            JsonPropertyInfo property = type.Properties[i];
            if (property.AttributeProvider is not PropertyInfo member)
            {
                continue;
            }

            if (member.Name == Additional)
            {
                type.Properties[i] = Extension(type, property);
            }
            else if (member.SetMethod is null || member.IsDefined(typeof(NotOnWireAttribute)))
            {
                type.Properties.RemoveAt(i);
            }
            else
            {
                property.Name = WireSpelling.Of(member);
                Relax(property, member);
            }
        }
    }

    /// <summary>A null, or a list where an object belongs, leaves the model's own default instead of failing the whole answer.</summary>
    private static void Relax(JsonPropertyInfo property, PropertyInfo member)
    {
        Type type = property.PropertyType;
        if (type.IsValueType || property.Set is not Action<object, object?> set)
        {
            return;
        }

        property.Set = (target, value) =>
        {
            if (value is not null)
            {
                set(target, value);
            }
        };
        if (member.IsDefined(typeof(JsonTextAttribute)))
        {
            property.CustomConverter = (JsonConverter)Activator.CreateInstance(typeof(JsonTextConverter<>).MakeGenericType(type))!;
        }
        else if (type == typeof(IReadOnlyDictionary<string, object?>))
        {
            property.CustomConverter = new MetadataConverter();
        }
        else if (type != typeof(string) && type != typeof(object) && type != typeof(System.Security.SecureString))
        {
            property.CustomConverter = (JsonConverter)Activator.CreateInstance(typeof(LenientShapeConverter<>).MakeGenericType(type))!;
        }
    }

    private static JsonPropertyInfo Extension(JsonTypeInfo type, JsonPropertyInfo property)
    {
        Func<object, object?> get = property.Get!;
        JsonPropertyInfo extension = type.CreateJsonPropertyInfo(typeof(IDictionary<string, object?>), Additional);

        // Users see it as read-only; each model starts with a dictionary of its own, which is filled here.
        extension.Get = target => get(target) as Dictionary<string, object?>;
        extension.Set = property.Set;
        extension.IsExtensionData = true;
        return extension;
    }
}
