using System;

namespace CloudflareAiGateway.Emulator;

/// <summary>Reads the query of a list or a delete.</summary>
internal static class LogQueryReader
{
    private static readonly string[] s_directions = ["asc", "desc"];

    public static LogQuery ReadList(QueryString members, RuleContext context)
    {
        string direction = members["order_by_direction"] is null ? "direction" : "order_by_direction";
        LogQuery query = Read(members, LogOrder.ForList, direction, "desc", context);
        LogFlatFilters.Read(members, query, context);
        if (members["search"] is { Length: > 0 } search)
        {
            query.Add(new LogSearch(search), "search=" + search);
        }

        return query;
    }

    public static LogQuery ReadDelete(QueryString members, RuleContext context) =>
        Read(members, LogOrder.ForDelete, "order_by_direction", "asc", context);

    private static LogQuery Read(QueryString members, string[] orders, string directionName, string defaultDirection, RuleContext context)
    {
        var query = new LogQuery
        {
            Order = LogOrder.From(ReadChoice(members, "order_by", orders, LogFields.CreatedAt, context)),
            Descending = ReadChoice(members, directionName, s_directions, defaultDirection, context) == "desc",
        };
        LogFilters.Read(members, query, context);
        return query;
    }

    private static string ReadChoice(QueryString members, string name, string[] choices, string fallback, RuleContext context)
    {
        string text = members[name] ?? fallback;
        if (Array.IndexOf(choices, text) >= 0)
        {
            return text;
        }

        context.Add(PathStep.Query.Into(name), $"Invalid enum value. Expected '{string.Join("' | '", choices)}', received '{text}'");
        return fallback;
    }
}
