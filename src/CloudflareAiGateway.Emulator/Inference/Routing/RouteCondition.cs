using System.Text.Json;

namespace CloudflareAiGateway.Emulator;

/// <summary>Decides conditions in MongoDB's way: members are fields, or <c>$and</c> and <c>$or</c> with lists of conditions.</summary>
internal static class RouteCondition
{
    public static bool Holds(JsonElement condition, RouteFields fields)
    {
        foreach (JsonProperty member in condition.Members())
        {
            bool holds = member.Name switch
            {
                "$and" => All(member.Value, fields),
                "$or" => Any(member.Value, fields),
                _ => Compares(member.Value, fields.Find(member.Name)),
            };
            if (!holds)
            {
                return false;
            }
        }

        // No condition at all is one that nobody has finished.
        return condition.ValueKind == JsonValueKind.Object && condition.EnumerateObject().MoveNext();
    }

    private static bool All(JsonElement conditions, RouteFields fields)
    {
        foreach (JsonElement condition in conditions.Items())
        {
            if (!Holds(condition, fields))
            {
                return false;
            }
        }

        return true;
    }

    private static bool Any(JsonElement conditions, RouteFields fields)
    {
        foreach (JsonElement condition in conditions.Items())
        {
            if (Holds(condition, fields))
            {
                return true;
            }
        }

        return false;
    }

    private static bool Compares(JsonElement test, JsonElement value)
    {
        if (test.ValueKind != JsonValueKind.Object)
        {
            return Equal(test, value);
        }

        foreach (JsonProperty @operator in test.EnumerateObject())
        {
            bool holds = @operator.Name switch
            {
                "$eq" => Equal(@operator.Value, value),
                "$ne" => !Equal(@operator.Value, value),
                "$in" => IsAmong(@operator.Value, value),
                _ => false,
            };
            if (!holds)
            {
                return false;
            }
        }

        return true;
    }

    private static bool IsAmong(JsonElement values, JsonElement value)
    {
        foreach (JsonElement candidate in values.Items())
        {
            if (Equal(candidate, value))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Headers are texts, so a number and its text are the same.</summary>
    private static bool Equal(JsonElement expected, JsonElement value) =>
        value.ValueKind == JsonValueKind.Undefined
            ? expected.ValueKind == JsonValueKind.Null
            : (expected.AsText() ?? expected.GetRawText()) == (value.AsText() ?? value.GetRawText());
}
