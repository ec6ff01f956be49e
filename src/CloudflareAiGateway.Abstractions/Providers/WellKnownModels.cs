using System;
using System.Collections.Generic;

namespace CloudflareAiGateway;

/// <summary>
/// A few models of each big provider, for completion and examples: data, and no list of what exists. Names as the provider's own API has
/// them; the first is a small, cheap one for chats.
/// </summary>
internal static class WellKnownModels
{
    /// <summary>When the list was made. Providers bring and withdraw models faster than a module is released.</summary>
    public static readonly DateTime AsOf = new(2026, 10, 15, 0, 0, 0, DateTimeKind.Utc);

    private static readonly Dictionary<string, string[]> s_bySlug = new(StringComparer.Ordinal)
    {
        ["openai"] = new[] { "gpt-5-mini", "gpt-5.2", "gpt-5", "gpt-4.1", "gpt-4o", "gpt-4o-mini", "text-embedding-3-small" },
        ["anthropic"] = new[] { "claude-haiku-4-5", "claude-sonnet-4-5", "claude-opus-4-5" },
        ["google-ai-studio"] = new[] { "gemini-2.5-flash", "gemini-2.5-pro", "gemini-2.5-flash-lite" },
        ["google-vertex-ai"] = new[] { "gemini-2.5-flash", "gemini-2.5-pro" },
        ["workers-ai"] = new[]
        {
            "@cf/meta/llama-3.1-8b-instruct", "@cf/meta/llama-3.3-70b-instruct-fp8-fast", "@cf/openai/gpt-oss-120b", "@cf/openai/gpt-oss-20b",
            "@cf/baai/bge-m3",
        },
        ["groq"] = new[] { "llama-3.1-8b-instant", "llama-3.3-70b-versatile" },
        ["mistral"] = new[] { "mistral-small-latest", "mistral-large-latest" },
        ["cohere"] = new[] { "command-r7b-12-2024", "command-a-03-2025" },
        ["perplexity-ai"] = new[] { "sonar", "sonar-pro" },
        ["deepseek"] = new[] { "deepseek-chat", "deepseek-reasoner" },
        ["grok"] = new[] { "grok-3-mini", "grok-4" },
        ["cerebras"] = new[] { "llama3.1-8b", "gpt-oss-120b" },
    };

    /// <summary>How names begin that only one provider's models have.</summary>
    private static readonly (string Beginning, string Slug)[] s_families =
    {
        ("gpt-", "openai"), ("chatgpt-", "openai"), ("o1", "openai"), ("o3", "openai"), ("o4-", "openai"), ("text-embedding-", "openai"), ("dall-e-", "openai"),
        ("claude-", "anthropic"), ("gemini-", "google-ai-studio"), ("grok-", "grok"), ("mistral-", "mistral"), ("codestral-", "mistral"),
        ("command-", "cohere"), ("sonar", "perplexity-ai"), ("deepseek-", "deepseek"), ("@cf/", "workers-ai"), ("@hf/", "workers-ai"),
    };

    /// <summary>The provider whose models have such names.</summary>
    /// <param name="model">A model without a prefix.</param>
    /// <returns>Its slug; null when several providers have such models, or the name says nothing.</returns>
    public static string? ProviderOf(string model)
    {
        // Open weights are served by several.
        if (model.StartsWith("gpt-oss", StringComparison.OrdinalIgnoreCase))
        {
            return null;
        }

        foreach ((string beginning, string slug) in s_families)
        {
            if (model.StartsWith(beginning, StringComparison.OrdinalIgnoreCase))
            {
                return slug;
            }
        }

        return null;
    }

    /// <summary>The models known of a provider.</summary>
    /// <param name="slug">The provider's slug.</param>
    /// <returns>Their names without a prefix; empty when none is known.</returns>
    public static IReadOnlyList<string> Of(string slug) => s_bySlug.TryGetValue(slug, out string[]? models) ? models : Array.Empty<string>();
}
