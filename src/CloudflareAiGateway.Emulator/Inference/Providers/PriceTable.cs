using System;
using System.Collections.Generic;

namespace CloudflareAiGateway.Emulator;

/// <summary>Prices by the beginning of a model's name, in US dollars for a million tokens. They are of the right size, and no more than that.</summary>
internal static class PriceTable
{
    private const double Million = 1_000_000;

    // Of several that fit the first counts.
    private static readonly (string Provider, string Model, double In, double Out)[] s_prices =
    [
        ("openai", "gpt-4o-mini", 0.15, 0.6),
        ("openai", "gpt-4o", 2.5, 10),
        ("openai", "gpt-4.1-nano", 0.1, 0.4),
        ("openai", "gpt-4.1-mini", 0.4, 1.6),
        ("openai", "gpt-4.1", 2, 8),
        ("openai", "gpt-5-nano", 0.05, 0.4),
        ("openai", "gpt-5-mini", 0.25, 2),
        ("openai", "gpt-5", 1.25, 10),
        ("openai", "text-embedding-3-small", 0.02, 0),
        ("openai", "text-embedding-3-large", 0.13, 0),
        ("anthropic", "claude-haiku", 1, 5),
        ("anthropic", "claude-sonnet", 3, 15),
        ("anthropic", "claude-opus", 5, 25),
        ("google-ai-studio", "gemini-2.5-flash", 0.3, 2.5),
        ("google-ai-studio", "gemini-2.5-pro", 1.25, 10),
        ("google-ai-studio", "gemini-3-flash", 0.5, 3),
        ("google-ai-studio", "gemini-3-pro", 2, 12),
        ("workers-ai", "@cf/meta/llama-3.1-8b-instruct", 0.28, 0.83),
        ("workers-ai", "@cf/baai/bge-base-en-v1.5", 0.067, 0),
        ("groq", "llama-3.3-70b-versatile", 0.59, 0.79),
        ("mistral", "mistral-large", 2, 6),
        ("mistral", "mistral-small", 0.1, 0.3),
        ("deepseek", "deepseek-chat", 0.28, 0.42),
        ("grok", "grok-4", 3, 15),
        ("grok", "grok-3-mini", 0.3, 0.5),
        ("grok", "grok-3", 3, 15),
        ("perplexity-ai", "sonar-pro", 3, 15),
        ("perplexity-ai", "sonar", 1, 1),
    ];

    /// <summary>The models of a provider that have a price.</summary>
    public static IEnumerable<string> ModelsOf(string provider)
    {
        foreach ((string Provider, string Model, double In, double Out) price in s_prices)
        {
            if (price.Provider == provider)
            {
                yield return price.Model;
            }
        }
    }

    /// <summary>The price of a model; null when nobody knows it.</summary>
    public static TokenPrice? Find(string provider, string model)
    {
        foreach ((string Provider, string Model, double In, double Out) price in s_prices)
        {
            if (price.Provider == provider && model.StartsWith(price.Model, StringComparison.Ordinal))
            {
                return new TokenPrice(price.In / Million, price.Out / Million);
            }
        }

        return null;
    }
}
