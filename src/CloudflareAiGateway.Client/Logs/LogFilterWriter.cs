using System;
using System.Collections.Generic;
using System.Globalization;
using System.Text.Json.Nodes;

namespace CloudflareAiGateway.Client;

/// <summary>Writes conditions as the API takes them: one JSON text, values always in a list.</summary>
internal static class LogFilterWriter
{
    /// <summary>The conditions as JSON.</summary>
    /// <returns>Null when there are none.</returns>
    /// <exception cref="AiGatewayException">Rejected: a key, an operator or a value has no wire form.</exception>
    public static string? Write(IReadOnlyList<AiGatewayLogFilter> filters) =>
        filters.Count == 0 ? null : ToArray(filters).ToJsonString(WireJson.Options);

    /// <summary>The conditions as a list, for the body of a request.</summary>
    /// <exception cref="AiGatewayException">Rejected: a key, an operator or a value has no wire form.</exception>
    public static JsonArray ToArray(IReadOnlyList<AiGatewayLogFilter> filters)
    {
        var list = new JsonArray();
        foreach (AiGatewayLogFilter filter in filters)
        {
            var values = new JsonArray();
            foreach (object? value in filter.Value)
            {
                values.Add(Value(value, filter.Key));
            }

            list.Add(new JsonObject { ["key"] = Spelling(filter.Key), ["operator"] = Spelling(filter.Operator), ["value"] = values });
        }

        return list;
    }

    private static string Spelling(Enum choice) =>
        choice.ToString() == "Unknown" || !Enum.IsDefined(choice.GetType(), choice)
            ? throw Refuse($"A log filter cannot have the {(choice is LogFilterKey ? "key" : "operator")} '{choice}'.")
            : WireSpelling.OfEnum(choice);

    private static JsonValue? Value(object? value, LogFilterKey key) => value switch
    {
        null => null,
        string text => JsonValue.Create(text),
        bool flag => JsonValue.Create(flag),
        DateTimeOffset time => JsonValue.Create(Time(time)),
        DateTime time => JsonValue.Create(Time(new DateTimeOffset(time))),
        Enum choice => JsonValue.Create(WireSpelling.OfEnum(choice)),
        decimal number => JsonValue.Create(number),
        double number when double.IsFinite(number) => JsonValue.Create(number),
        float number when float.IsFinite(number) => JsonValue.Create(number),
        sbyte or byte or short or ushort or int or uint or long => JsonValue.Create(Convert.ToInt64(value, CultureInfo.InvariantCulture)),
        Guid id => JsonValue.Create(id.ToString()),
        _ => throw Refuse($"A log filter on {key} cannot compare with a value of type {value.GetType().Name}."),
    };

    private static string Time(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ss.fffZ", CultureInfo.InvariantCulture);

    private static AiGatewayException Refuse(string message) =>
        new(AiGatewayErrorKind.Rejected, message) { RecommendedAction = "New-AiGatewayLogFilter completes the keys and operators; values are texts, numbers, flags and times." };
}
