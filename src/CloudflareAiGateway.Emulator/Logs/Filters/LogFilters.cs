using System;
using System.Collections.Generic;
using System.Globalization;
using System.Text.Json;

namespace CloudflareAiGateway.Emulator;

/// <summary>Reads the <c>filters</c> member of a query: one JSON text, an array of <c>{key, operator, value[]}</c>. Repeated members add up.</summary>
internal static class LogFilters
{
    private const string Name = "filters";

    private static readonly ObjectRule s_filter = new(
        MemberRule.Required("key", new EnumRule(LogFields.Keys)),
        MemberRule.Required("operator", new EnumRule("eq", "neq", "contains", "lt", "gt")),
        MemberRule.Required("value", new ArrayRule(new UnionRule(new StringRule(), new NumberRule { Whole = false }, new BooleanRule()) { AllowsNull = true })));

    /// <summary>Adds the filters to a query; problems go to the context.</summary>
    public static void Read(QueryString members, LogQuery query, RuleContext context)
    {
        PathStep root = PathStep.Query.Into(Name);
        int index = 0;
        foreach (string text in members.All(Name))
        {
            using JsonDocument? document = Parse(text);
            switch (document?.RootElement.ValueKind)
            {
                case JsonValueKind.Array:
                    foreach (JsonElement filter in document.RootElement.EnumerateArray())
                    {
                        ReadOne(filter, root.Into(index++), query, context);
                    }

                    break;

                // Nobody knows whether the service takes a member for each filter; an array in one member is the confirmed form.
                case JsonValueKind.Object:
                    ReadOne(document.RootElement, root.Into(index++), query, context);
                    break;
                default:
                    context.Add(root, "Expected array, received string");
                    break;
            }
        }
    }

    /// <summary>Reads a time; null when it is none.</summary>
    public static DateTimeOffset? ReadTime(string? text) =>
        text is { Length: >= 10 } && char.IsAsciiDigit(text[0])
        && DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out DateTimeOffset time)
            ? time
            : null;

    private static void ReadOne(JsonElement filter, PathStep path, LogQuery query, RuleContext context)
    {
        int before = context.Problems.Count;
        s_filter.Read(filter, path, context);
        if (context.Problems.Count > before)
        {
            return;
        }

        string key = filter.GetProperty("key").GetString()!;
        LogOperator @operator = Enum.Parse<LogOperator>(filter.GetProperty("operator").GetString()!, ignoreCase: true);
        JsonElement value = filter.GetProperty("value");
        string signature = $"{key} {@operator} {value.GetRawText()}";
        if (key == LogFields.CreatedAt && @operator != LogOperator.Contains)
        {
            query.Add(@operator, ReadTimes(value, path.Into("value"), context), signature);
            return;
        }

        var values = new List<LogValue>();
        foreach (JsonElement item in value.EnumerateArray())
        {
            values.Add(LogValue.From(item));
        }

        query.Add(key, @operator, values, signature);
    }

    private static List<DateTimeOffset> ReadTimes(JsonElement value, PathStep path, RuleContext context)
    {
        var times = new List<DateTimeOffset>();
        int index = 0;
        foreach (JsonElement item in value.EnumerateArray())
        {
            if (item.ValueKind == JsonValueKind.String && ReadTime(item.GetString()) is DateTimeOffset time)
            {
                times.Add(time);
            }
            else
            {
                context.Add(path.Into(index), "Invalid date");
            }

            index++;
        }

        return times;
    }

    private static JsonDocument? Parse(string text)
    {
        try
        {
            return JsonDocument.Parse(text);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
