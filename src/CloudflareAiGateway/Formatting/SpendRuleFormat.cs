using System.Collections;
using System.Collections.Generic;
using System.ComponentModel;
using System.Globalization;
using System.Linq;

namespace CloudflareAiGateway.Formatting;

/// <summary>Short texts for the views of spend rules. Used by the format file; not meant for scripts.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class SpendRuleFormat
{
    /// <summary>Whether the rule is applied.</summary>
    /// <param name="rule">The rule.</param>
    /// <returns><c>on</c>, <c>off</c>, or <c>limits off</c> when the gateway applies none of its rules.</returns>
    public static string State(AiGatewaySpendRule rule) => !rule.Enabled ? "off" : rule.SpendLimitsEnabled ? "on" : "limits off";

    /// <summary>What the rule counts.</summary>
    /// <param name="rule">The rule.</param>
    /// <returns>Such as <c>model gpt-4o or gpt-4o-mini; per user</c>, or <c>all calls</c>.</returns>
    public static string Scope(AiGatewaySpendRule rule)
    {
        var parts = new List<string>();
        Add(parts, "model", rule.Model);
        Add(parts, "provider", rule.Provider);
        foreach (DictionaryEntry entry in rule.Metadata ?? new Hashtable())
        {
            Add(parts, (string)entry.Key, (string[]?)entry.Value);
        }

        parts.AddRange((rule.PartitionBy ?? System.Array.Empty<string>()).Select(name => "per " + name));
        return parts.Count == 0 ? "all calls" : string.Join("; ", parts);
    }

    /// <summary>The values of metadata that count.</summary>
    /// <param name="rule">The rule.</param>
    /// <returns>Such as <c>team = search, ads; env = prod</c>; empty for none.</returns>
    public static string Metadata(AiGatewaySpendRule rule) =>
        string.Join("; ", (rule.Metadata ?? new Hashtable()).Cast<DictionaryEntry>().Select(e => $"{e.Key} = {string.Join(", ", (string[])e.Value!)}"));

    /// <summary>The window in seconds and in words.</summary>
    /// <param name="rule">The rule.</param>
    /// <returns>Such as <c>86400 s (day)</c>.</returns>
    public static string WindowLong(AiGatewaySpendRule rule) => string.Format(CultureInfo.CurrentCulture, "{0} s ({1})", rule.Window, AiGatewaySpendRule.WindowText(rule.Window));

    private static void Add(List<string> parts, string name, string[]? values)
    {
        if (values is not null)
        {
            parts.Add($"{name} {string.Join(" or ", values)}");
        }
    }
}
