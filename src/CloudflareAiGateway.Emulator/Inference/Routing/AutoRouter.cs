using System;
using System.Collections.Concurrent;
using System.Collections.Generic;

namespace CloudflareAiGateway.Emulator;

/// <summary>The model <c>cloudflare/auto</c>: the cheapest of the models that a call allows, or the one that its turn had before.</summary>
internal sealed class AutoRouter
{
    public const string ModelName = "cloudflare/auto";

    // Cheapest first.
    private static readonly (string Prefix, string Model)[] s_pool =
    [
        ("openai", "gpt-5-nano"),
        ("google-ai-studio", "gemini-2.5-flash"),
        ("openai", "gpt-5-mini"),
        ("anthropic", "claude-haiku-4-5"),
        ("openai", "gpt-5"),
        ("anthropic", "claude-sonnet-4-5"),
    ];

    private readonly ConcurrentDictionary<string, string> _pins = new(StringComparer.Ordinal);

    /// <summary>Chooses the models of a call, the best one first.</summary>
    /// <param name="call">The call.</param>
    /// <param name="headers">Its headers.</param>
    /// <returns>Nothing when no model is allowed.</returns>
    public AutoChoice? Choose(InferenceCall call, CallHeaders headers)
    {
        string[]? models = Split(headers["cf-aig-allowed-models"]);
        string[]? providers = Split(headers["cf-aig-allowed-providers"]);
        var candidates = new List<string>();
        foreach ((string prefix, string model) in s_pool)
        {
            string name = $"{prefix}/{model}";
            if ((models is null || Array.Exists(models, pattern => IsMatch(pattern, name))) && (providers is null || Array.Exists(providers, pattern => IsMatch(pattern, prefix))))
            {
                candidates.Add(name);
            }
        }

        if (candidates.Count == 0)
        {
            return null;
        }

        string? pin = headers["cf-aig-turn-id"] is string turn ? $"{call.Scope} {turn}" : null;
        string reason = candidates.Count == 1 ? "forced_by_candidate_pool" : "cost_optimal_within_pool";
        if (pin is not null && _pins.TryGetValue(pin, out string? pinned) && candidates.Remove(pinned))
        {
            candidates.Insert(0, pinned);
            reason = "pinned_by_turn";
        }

        return new AutoChoice(candidates, reason, pin);
    }

    /// <summary>Remembers which model a turn has.</summary>
    public void Pin(AutoChoice choice, int index)
    {
        if (choice.Pin is not null)
        {
            _pins[choice.Pin] = choice.Models[index];
        }
    }

    public void Clear() => _pins.Clear();

    private static string[]? Split(string? header) =>
        header?.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);

    /// <summary>A star stands for any text without slash.</summary>
    private static bool IsMatch(string pattern, string name)
    {
        string[] patterns = pattern.Split('/');
        string[] names = name.Split('/');
        bool matches = patterns.Length == names.Length;
        for (int i = 0; matches && i < names.Length; i++)
        {
            matches = PathPattern.IsMatch(patterns[i], names[i]);
        }

        return matches;
    }
}
