using System.Collections;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Management.Automation;
using CloudflareAiGateway.Errors;
using CloudflareAiGateway.Transformation;

namespace CloudflareAiGateway.Commands;

/// <summary>Checks what is given for a spend rule, before any call.</summary>
internal static class SpendRuleInput
{
    /// <summary>Whether the gateway's name is one that the API takes; if not, an error was written.</summary>
    public static bool HasValidGateway(Cmdlet command, string gateway)
    {
        string? problem = GatewayName.Explain(gateway);
        if (problem is not null)
        {
            command.WriteError(ErrorRecords.InvalidInput("InvalidGatewayName", problem, gateway));
        }

        return problem is null;
    }

    /// <summary>Metadata as names with their values: a value may be one or a list.</summary>
    /// <returns>Null when a name has no value.</returns>
    public static Dictionary<string, string[]>? ReadMetadata(IDictionary metadata, out string? problem)
    {
        problem = null;
        var read = new Dictionary<string, string[]>();
        foreach (DictionaryEntry entry in metadata)
        {
            string name = System.Convert.ToString(entry.Key, CultureInfo.InvariantCulture)!;
            object? value = PlainValue.From(entry.Value);
            string[] values = value is IEnumerable list and not string ? list.Cast<object?>().Select(Text).ToArray() : new[] { Text(value) };
            if (value is null || values.Length == 0)
            {
                problem = $"Metadata '{name}' has no value. Give the values that count, or name it with -PartitionBy to count each value apart.";
                return null;
            }

            read[name] = values;
        }

        return read;
    }

    /// <summary>What is wrong with the parts of a rule together.</summary>
    /// <returns>One or two sentences; null when nothing is.</returns>
    public static string? Explain(string? ruleId, decimal? limit, IDictionary? metadata, string[]? partitionBy)
    {
        if (ruleId is not null && !SpendRuleLimits.IsValidId(ruleId))
        {
            return $"'{ruleId}' is not an id of a spend rule: it has letters, digits, underscores and hyphens only.";
        }

        if (limit < 0)
        {
            return string.Format(CultureInfo.InvariantCulture, "The limit {0} is below zero.", limit);
        }

        string? twice = partitionBy?.FirstOrDefault(name => metadata?.Keys.Cast<object>().Any(key => key.ToString() == name) == true);
        return twice is null ? null : $"'{twice}' is in -Metadata and in -PartitionBy: a name either selects values or counts each value apart.";
    }

    /// <summary>What else begins when a gateway's spend limits are switched on.</summary>
    public static string OthersToo(SpendRulePlan plan) =>
        plan is { SwitchesOn: true, OtherRules: > 0 } ? $" (which applies {plan.OtherRules} other {(plan.OtherRules == 1 ? "rule" : "rules")}, too)" : string.Empty;

    private static string Text(object? value) =>
        value is bool flag ? (flag ? "true" : "false") : System.Convert.ToString(value, CultureInfo.InvariantCulture) ?? string.Empty;
}
