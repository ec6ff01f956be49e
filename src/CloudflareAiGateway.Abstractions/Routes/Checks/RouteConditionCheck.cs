using System;
using System.Collections;
using System.Globalization;
using System.Linq;

namespace CloudflareAiGateway;

/// <summary>
/// The syntax of conditions, which is MongoDB's. The documentation names $eq, $ne, $in, $and and $or; others of MongoDB's are let through
/// with a warning.
/// </summary>
internal static class RouteConditionCheck
{
    private const int DeepestNesting = 32;
    private const string Example = "A condition is an object such as { \"metadata.plan\": { \"$eq\": \"free\" } }.";

    private static readonly string[] s_documented = { "$eq", "$ne", "$in", "$and", "$or" };
    private static readonly string[] s_others = { "$gt", "$gte", "$lt", "$lte", "$nin", "$not", "$nor", "$exists", "$regex" };

    /// <summary>Checks a condition.</summary>
    public static void Run(string element, object? condition, RouteFindings findings) => new Walk(element, findings).Condition(condition, 0);

    private sealed class Walk
    {
        private readonly string _element;
        private readonly RouteFindings _findings;

        public Walk(string element, RouteFindings findings)
        {
            _element = element;
            _findings = findings;
        }

        public void Condition(object? condition, int depth)
        {
            if (condition is not IDictionary members || depth > DeepestNesting)
            {
                Error(depth > DeepestNesting ? "The condition is nested too deeply." : $"{RouteConditionText.Value(condition)} is no condition.", Example);
                return;
            }

            if (members.Count == 0)
            {
                Error("The condition is empty.", Example);
            }

            foreach (DictionaryEntry member in members)
            {
                Member(Name(member), member.Value, depth);
            }
        }

        private void Member(string name, object? value, int depth)
        {
            if (name.Length == 0)
            {
                Error("A name in the condition is empty.", "In PowerShell write operators in single quotes: '$eq'. In double quotes they are variables.");
            }
            else if (name is "$and" or "$or" or "$nor")
            {
                Warn(name);
                List(name, value, depth);
            }
            else if (name[0] == '$')
            {
                Error($"'{name}' stands where a field belongs.", $"Write the field first: {{ \"metadata.plan\": {{ \"{name}\": … }} }}. At this place only $and and $or can stand.");
            }
            else
            {
                Field(name, value, depth);
            }
        }

        private void List(string name, object? value, int depth)
        {
            if (value is not IEnumerable items || value is string or IDictionary)
            {
                Error($"{name} needs a list of conditions; it got {RouteConditionText.Value(value)}.", $"Write {{ \"{name}\": [ {{ … }}, {{ … }} ] }}.");
                return;
            }

            int count = 0;
            foreach (object? item in items)
            {
                count++;
                Condition(item, depth + 1);
            }

            if (count == 0)
            {
                Error($"{name} has no conditions.", "Give it at least one.");
            }
        }

        private void Field(string field, object? value, int depth)
        {
            if (value is not IDictionary operators)
            {
                if (value is IEnumerable and not string)
                {
                    Error($"{field} is compared with a list without an operator.", "Write { \"$in\": [ … ] } to match one of several values.");
                }

                return;
            }

            if (operators.Count == 0)
            {
                Error($"{field} is compared with nothing.", Example);
            }

            foreach (DictionaryEntry member in operators)
            {
                Operator(field, Name(member), member.Value, depth);
            }
        }

        private void Operator(string field, string name, object? value, int depth)
        {
            bool isList = value is IEnumerable and not (string or IDictionary);
            if (name.Length == 0)
            {
                Member(name, value, depth);
            }
            else if (Array.IndexOf(s_documented, name) < 0 && Array.IndexOf(s_others, name) < 0)
            {
                Error(
                    $"'{name}' is no operator.",
                    name[0] == '$'
                        ? $"{(NearestName.Find(name, s_documented.Concat(s_others)) is { } nearest ? $"Did you mean '{nearest}'? " : string.Empty)}Documented are {string.Join(", ", s_documented)}."
                        : $"Join the names of nested fields with dots: \"{field}.{name}\".");
            }
            else if (name is "$and" or "$or" or "$nor")
            {
                Error($"{name} joins conditions; it stands inside {field}.", $"Write {{ \"{name}\": [ {{ \"{field}\": … }}, … ] }}.");
            }
            else if (name is "$in" or "$nin" && !isList)
            {
                Error($"{name} of {field} needs a list; it got {RouteConditionText.Value(value)}.", $"Write {{ \"{name}\": [ … ] }}.");
            }
            else if (name is "$eq" or "$ne" or "$gt" or "$gte" or "$lt" or "$lte" && (isList || value is IDictionary))
            {
                Error($"{name} of {field} needs one value; it got {RouteConditionText.Value(value)}.", "Use $in to match one of several values.");
            }
            else
            {
                Warn(name);
            }
        }

        private void Warn(string name)
        {
            if (Array.IndexOf(s_documented, name) < 0)
            {
                _findings.Warning(_element, RouteRule.UndocumentedOperator, $"The documentation does not name the operator '{name}'.", "Try the route before you rely on it.");
            }
        }

        private void Error(string message, string advice) => _findings.Error(_element, RouteRule.InvalidCondition, message, advice);

        private static string Name(DictionaryEntry member) => Convert.ToString(member.Key, CultureInfo.InvariantCulture)!;
    }
}
