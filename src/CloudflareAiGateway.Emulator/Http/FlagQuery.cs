using System.Collections.Generic;

namespace CloudflareAiGateway.Emulator;

/// <summary>Members of a query that are true or false.</summary>
internal static class FlagQuery
{
    /// <summary>Reads a flag; adds what is wrong with it to the problems.</summary>
    /// <returns>Null when the query does not name it.</returns>
    public static bool? Read(QueryString query, string name, List<Problem> problems)
    {
        switch (query[name])
        {
            case null:
                return null;
            case "true" or "1":
                return true;
            case "false" or "0":
                return false;
            default:
                problems.Add(new Problem(7001, "Expected boolean, received string", ["query", name]));
                return null;
        }
    }
}
