using System;
using System.Collections.Generic;
using System.Text.Json;

namespace CloudflareAiGateway.Emulator;

/// <summary>The gateway's setting <c>spend_limits</c>.</summary>
internal static class SpendLimitCheck
{
    /// <summary>The rule that a call may not break any further; null for none.</summary>
    public static GatewayRefusal? Find(InferenceCall call, StepOutcome start, SpendLedger ledger)
    {
        if (!call.Gateway.SpendLimits.IsTrue("enabled"))
        {
            return null;
        }

        var candidate = new Spending(call.Now, 0, start.Step.Provider.Slug, start.Prompt.Model, start.Step.Options.Metadata);
        foreach (JsonElement rule in call.Gateway.SpendLimits.Member("rules").Items())
        {
            if (Check(rule, candidate, call.Scope, ledger) is GatewayRefusal refusal)
            {
                return refusal;
            }
        }

        return null;
    }

    private static GatewayRefusal? Check(JsonElement rule, Spending candidate, string scope, SpendLedger ledger)
    {
        int window = rule.Number("window") ?? 0;
        bool isOff = rule.Member("enabled").ValueKind == JsonValueKind.False;
        if (isOff || window <= 0 || rule.Member("limit") is not { ValueKind: JsonValueKind.Number } limit || !Applies(rule, candidate))
        {
            return null;
        }

        string technique = rule.Text("technique") ?? "sliding";
        DateTimeOffset start = WindowCounters.Start(candidate.Time, window, technique == "sliding");
        double spent = ledger.Sum(scope, start, spending => Applies(rule, spending) && IsSamePart(rule, spending, candidate));
        return spent >= limit.GetDouble()
            ? GatewayRefusal.OverSpent(rule.Text("id") ?? string.Empty, limit.GetDouble(), window, technique, Describe(rule, candidate))
            : null;
    }

    private static bool Applies(JsonElement rule, Spending spending)
    {
        if (!Allows(rule.Member("provider"), spending.Provider) || !AllowsModel(rule.Member("model"), spending))
        {
            return false;
        }

        foreach (JsonProperty key in rule.Member("metadata").Members())
        {
            // Calls without the key are in no part of it.
            if (spending.Metadata[key.Name] is not string value || !Allows(key.Value, value))
            {
                return false;
            }
        }

        return true;
    }

    private static bool AllowsModel(JsonElement filter, Spending spending) =>
        Allows(filter, spending.Model) || Allows(filter, $"{spending.Provider}/{spending.Model}");

    private static bool Allows(JsonElement filter, string value)
    {
        if (filter.Text("mode") != "filter")
        {
            return true;
        }

        foreach (JsonElement allowed in filter.Member("values").Items())
        {
            if (allowed.AsText() == value)
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsSamePart(JsonElement rule, Spending spending, Spending candidate)
    {
        foreach (JsonProperty key in rule.Member("metadata").Members())
        {
            if (key.Value.Text("mode") == "partition" && spending.Metadata[key.Name] != candidate.Metadata[key.Name])
            {
                return false;
            }
        }

        return true;
    }

    private static string Describe(JsonElement rule, Spending candidate)
    {
        var parts = new List<string>();
        foreach (JsonProperty key in rule.Member("metadata").Members())
        {
            parts.Add($"{key.Name}={candidate.Metadata[key.Name]}");
        }

        return parts.Count == 0 ? "all requests" : string.Join(", ", parts);
    }
}
