using System;
using System.Globalization;

namespace CloudflareAiGateway.Emulator;

/// <summary>Reads the deprecated query members that are one condition each. All bounds belong to what they bound.</summary>
internal static class LogFlatFilters
{
    private static readonly string[] s_texts = ["provider", "model", "model_type", "request_content_type", "response_content_type"];
    private static readonly string[] s_flags = ["success", "cached"];

    private static readonly (string Name, string Key)[] s_numbers =
    [
        ("cost", "cost"), ("tokens_in", "tokens_in"), ("tokens_out", "tokens_out"), ("total_tokens", "tokens"), ("duration", "duration"),
    ];

    public static void Read(QueryString members, LogQuery query, RuleContext context)
    {
        foreach (string name in s_texts)
        {
            if (members[name] is string text)
            {
                query.Add(name, LogOperator.Eq, [LogValue.From(text)], name + "=" + text);
            }
        }

        foreach (string name in s_flags)
        {
            if (members[name] is string text && ReadFlag(name, text, context) is LogValue value)
            {
                query.Add(name, LogOperator.Eq, [value], name + "=" + text);
            }
        }

        foreach ((string name, string key) in s_numbers)
        {
            ReadNumber(members, "min_" + name, key, LogOperator.AtLeast, query, context);
            ReadNumber(members, "max_" + name, key, LogOperator.AtMost, query, context);
        }

        if (members["feedback"] is string feedback and not ("0" or "1"))
        {
            context.Add(PathStep.Query.Into("feedback"), $"Invalid enum value. Expected 0 | 1, received '{feedback}'");
        }

        ReadNumber(members, "feedback", "feedback", LogOperator.Eq, query, context);
        ReadTime(members, "start_date", LogOperator.AtLeast, query, context);
        ReadTime(members, "end_date", LogOperator.AtMost, query, context);
    }

    private static LogValue? ReadFlag(string name, string text, RuleContext context)
    {
        LogValue value = LogValue.From(text);
        if (value.Flag is null)
        {
            context.Add(PathStep.Query.Into(name), "Expected boolean, received string");
        }

        return value.Flag is null ? null : value;
    }

    private static void ReadNumber(QueryString members, string name, string key, LogOperator @operator, LogQuery query, RuleContext context)
    {
        if (members[name] is not string text)
        {
            return;
        }

        if (double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out double number) && double.IsFinite(number))
        {
            query.Add(key, @operator, [LogValue.From(text)], name + "=" + text);
        }
        else
        {
            context.Add(PathStep.Query.Into(name), "Expected number, received nan");
        }
    }

    private static void ReadTime(QueryString members, string name, LogOperator @operator, LogQuery query, RuleContext context)
    {
        if (members[name] is not string text)
        {
            return;
        }

        if (LogFilters.ReadTime(text) is DateTimeOffset time)
        {
            query.Add(@operator, [time], name + "=" + text);
        }
        else
        {
            context.Add(PathStep.Query.Into(name), "Invalid datetime");
        }
    }
}
