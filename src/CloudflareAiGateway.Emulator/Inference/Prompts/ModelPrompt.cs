using System.Collections.Generic;
using System.Text.Json;

namespace CloudflareAiGateway.Emulator;

/// <summary>What a request asks of a model, whatever the provider's shape.</summary>
internal sealed record ModelPrompt
{
    /// <summary>The model's bare name; empty where the request has none.</summary>
    public string Model { get; init; } = string.Empty;

    /// <summary>What is answered: the last thing that the user said.</summary>
    public string Text { get; init; } = string.Empty;

    /// <summary>Every text of the request: what the checks look at.</summary>
    public string AllText { get; init; } = string.Empty;

    /// <summary>The result of a tool, when it came last; null otherwise.</summary>
    public string? ToolResult { get; init; }

    public int TokensIn { get; init; }

    public bool Streams { get; init; }

    /// <summary>Whether a stream ends with the tokens used, where the caller has a say in it.</summary>
    public bool IncludesUsage { get; init; }

    public int? MaxTokens { get; init; }

    public IReadOnlyList<ToolOffer> Tools { get; init; } = [];

    /// <summary>Whether a tool has to be called: none, as it likes, any, or the named one.</summary>
    public ToolWish ToolWish { get; init; } = ToolWish.Auto;

    public bool WantsJson { get; init; }

    /// <summary>The schema of the JSON that is wanted; undefined for any.</summary>
    public JsonElement JsonSchema { get; init; }

    /// <summary>Several texts that are worked on one by one, as with embeddings.</summary>
    public IReadOnlyList<string> Inputs { get; init; } = [];

    /// <summary>What the provider answers instead; null for nothing.</summary>
    public ProviderRefusal? Refusal { get; init; }
}
