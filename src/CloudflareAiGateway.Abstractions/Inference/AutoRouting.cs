using System.Collections.Generic;
using System.Linq;

namespace CloudflareAiGateway;

/// <summary>What a call asks of the automatic router. Null leaves it to the router.</summary>
internal sealed class AutoRouting
{
    /// <summary>The models that it may choose from, with their providers; a star stands for any text but a slash.</summary>
    public IReadOnlyList<string>? AllowedModels { get; init; }

    /// <summary>The providers that it may choose from; a star stands for any text.</summary>
    public IReadOnlyList<string>? AllowedProviders { get; init; }

    /// <summary>The conversation that the call belongs to.</summary>
    public string? SessionId { get; init; }

    /// <summary>The turn that the call belongs to; all calls of a turn get the same model.</summary>
    public string? TurnId { get; init; }

    /// <summary>Whether the router chooses anew within a session.</summary>
    public bool NoSessionAffinity { get; init; }

    /// <summary>Whether anything is asked.</summary>
    public bool IsEmpty => AllowedModels is null && AllowedProviders is null && SessionId is null && TurnId is null && !NoSessionAffinity;

    /// <summary>What is wrong with it for a model.</summary>
    /// <param name="model">The model as its surface spells it.</param>
    /// <returns>One sentence; null when nothing is wrong.</returns>
    public string? Explain(string model) =>
        IsEmpty ? null
        : model != ModelName.AutoRouter ? $"AllowedModel, AllowedProvider, SessionId, TurnId and NoSessionAffinity are for the model {ModelName.AutoRouter}; '{model}' is chosen already."
        : ExplainList(AllowedModels, "AllowedModel") ?? ExplainList(AllowedProviders, "AllowedProvider") ?? ExplainText(SessionId, "SessionId") ?? ExplainText(TurnId, "TurnId");

    private static string? ExplainList(IReadOnlyList<string>? names, string name) =>
        names?.FirstOrDefault(n => string.IsNullOrWhiteSpace(n) || n.Any(c => c is <= ' ' or > '~' or ',')) is { } wrong
            ? $"{name} '{wrong}' is no name: it is empty, or has a space, a comma or a character outside of ASCII in it."
            : null;

    private static string? ExplainText(string? text, string name) =>
        text is null ? null : CallOptionRules.ExplainText(text, name);
}
