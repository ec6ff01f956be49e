using System;
using System.Collections;
using System.Globalization;

namespace CloudflareAiGateway;

/// <summary>
/// The known members of an element: their names in every spelling that was documented or seen, and how a value becomes the property.
/// </summary>
internal static class RouteElementMembers
{
    /// <summary>The names that an element given as a hashtable may have, for messages.</summary>
    public const string Legal = "id, type, properties, outputs, conditions, key, limit, limitType, window, provider, model, retries, timeout";

    /// <summary>Every name of a known property, as it is written.</summary>
    public static readonly string[] Properties = { "conditions", "key", "limit", "limitType", "window", "provider", "model", "retries", "timeout" };

    /// <summary>The name without case and underscores, by which it is looked up.</summary>
    public static string Plain(string name) => name.Replace("_", string.Empty).Trim().ToLowerInvariant();

    /// <summary>Whether a name is that of a known property, in any spelling.</summary>
    public static bool IsProperty(string name) => Array.IndexOf(Properties, Canonical(name)) >= 0;

    /// <summary>A known property's name as it is written today; any other name as it is.</summary>
    public static string Canonical(string name) => Plain(name) switch
    {
        "condition" => "conditions",
        "interval" => "window",
        string plain => Array.Find(Properties, p => Plain(p) == plain) ?? name,
    };

    /// <summary>Sets a property from a value of any shape.</summary>
    /// <returns>False when the name is not known, or the value cannot be the property's.</returns>
    public static bool TrySet(AiGatewayRouteElement element, string name, object value)
    {
        switch (Canonical(name))
        {
            case "conditions":
                element.Conditions = RouteCondition.Normalize(value);
                return true;
            case "key":
                return TryText(value, text => element.Key = text);
            case "provider":
                return TryText(value, text => element.Provider = text);
            case "model":
                return TryText(value, text => element.Model = text);
            case "limit":
                return PlainNumber.TryRead(value, out decimal limit) && Set(() => element.Limit = limit);
            case "limitType":
                return TryLimitType(value, out RouteLimitType type) && Set(() => element.LimitType = type);
            case "window":
                return TryDuration(value, perSecond: 1, out int window) && Set(() => element.Window = window);
            case "timeout":
                return TryDuration(value, perSecond: 1000, out int timeout) && Set(() => element.Timeout = timeout);
            case "retries":
                return PlainNumber.TryReadWhole(value, out int retries) && Set(() => element.Retries = retries);
            default:
                return false;
        }
    }

    /// <summary>The known properties that are set, by their names as they are written.</summary>
    public static IEnumerable Written(AiGatewayRouteElement element)
    {
        yield return new DictionaryEntry("conditions", element.Conditions);
        yield return new DictionaryEntry("key", element.Key);
        yield return new DictionaryEntry("limit", element.Limit);
        yield return new DictionaryEntry("limitType", element.LimitType is null or RouteLimitType.Unknown ? null : element.LimitType);
        yield return new DictionaryEntry("window", element.Window);
        yield return new DictionaryEntry("provider", element.Provider);
        yield return new DictionaryEntry("model", element.Model);
        yield return new DictionaryEntry("retries", element.Retries);
        yield return new DictionaryEntry("timeout", element.Timeout);
    }

    private static bool Set(Action set)
    {
        set();
        return true;
    }

    private static bool TryText(object value, Action<string> set) =>
        (value is string || PlainNumber.IsNumber(value)) && Set(() => set(Convert.ToString(value, CultureInfo.InvariantCulture)!));

    private static bool TryLimitType(object value, out RouteLimitType type) =>
        Enum.TryParse(value.ToString(), ignoreCase: true, out type) && type is RouteLimitType.Count or RouteLimitType.Cost;

    private static bool TryDuration(object value, int perSecond, out int units)
    {
        if (value is TimeSpan span)
        {
            double exact = span.TotalSeconds * perSecond;
            bool fits = exact == Math.Truncate(exact) && Math.Abs(exact) <= int.MaxValue;
            units = fits ? (int)exact : 0;
            return fits;
        }

        return PlainNumber.TryReadWhole(value, out units);
    }
}
