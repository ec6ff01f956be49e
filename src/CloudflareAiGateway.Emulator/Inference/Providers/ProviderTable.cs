using System;

namespace CloudflareAiGateway.Emulator;

/// <summary>The providers that every account has. Source: the providers' pages of the documentation.</summary>
internal static class ProviderTable
{
    public const string WorkersAi = "workers-ai";

    /// <summary>How the slug of an account's own provider begins.</summary>
    public const string CustomPrefix = "custom-";

    private static readonly string[] s_gemini = ["gemini-", "gemma-", "imagen-", "veo-", "text-embedding-", "embedding-"];

    private static readonly ProviderInfo[] s_all =
    [
        new()
        {
            Slug = "openai", CompatPrefix = "openai", Author = "openai", HasUnifiedBilling = true,
            ModelPrefixes = ["gpt-", "chatgpt-", "o1", "o3", "o4", "codex-", "text-embedding-", "tts-", "whisper-", "dall-e-", "omni-moderation-", "sora-", "computer-use-", "ft:"],
        },
        new() { Slug = "anthropic", CompatPrefix = "anthropic", Author = "anthropic", KeyHeader = "x-api-key", HasUnifiedBilling = true, ModelPrefixes = ["claude-"] },
        new() { Slug = "google-ai-studio", CompatPrefix = "google-ai-studio", Author = "google", KeyHeader = "x-goog-api-key", HasUnifiedBilling = true, ModelPrefixes = s_gemini },
        new() { Slug = "google-vertex-ai", CompatPrefix = "google-vertex-ai", HasUnifiedBilling = true },
        new() { Slug = WorkersAi, CompatPrefix = WorkersAi, Author = "@cf", ModelPrefixes = ["@cf/", "@hf/"] },
        new() { Slug = "azure-openai", KeyHeader = "api-key" },
        new() { Slug = "aws-bedrock", CompatPrefix = "aws-bedrock" },
        new() { Slug = "groq", CompatPrefix = "groq", Author = "groq", HasUnifiedBilling = true },
        new() { Slug = "mistral", CompatPrefix = "mistral", ModelPrefixes = ["mistral-", "open-mi", "codestral-", "pixtral-", "ministral-", "magistral-", "devstral-", "voxtral-"] },
        new() { Slug = "cohere", CompatPrefix = "cohere", ModelPrefixes = ["command", "c4ai-", "embed-", "rerank-"] },
        new() { Slug = "perplexity-ai", CompatPrefix = "perplexity", ModelPrefixes = ["sonar"] },
        new() { Slug = "deepseek", CompatPrefix = "deepseek", Author = "deepseek", ModelPrefixes = ["deepseek-"] },
        new() { Slug = "grok", CompatPrefix = "grok", Author = "xai", HasUnifiedBilling = true, ModelPrefixes = ["grok-"] },
        new() { Slug = "cerebras", CompatPrefix = "cerebras" },
        new() { Slug = "openrouter" },
        new() { Slug = "huggingface" },
        new() { Slug = "replicate" },
        new() { Slug = "baseten", CompatPrefix = "baseten" },
        new() { Slug = "parallel", CompatPrefix = "parallel", KeyHeader = "x-api-key" },
        new() { Slug = "fal" },
        new() { Slug = "ideogram", KeyHeader = "Api-Key" },
        new() { Slug = "elevenlabs", KeyHeader = "xi-api-key" },
        new() { Slug = "cartesia" },
        new() { Slug = "deepgram" },
        new() { Slug = "fireworks" },
        new() { Slug = "adobe-firefly" },

        // Only on the catalog of the REST API. Their names are no segments of a URL.
        new() { Slug = "alibaba", Author = "alibaba", HasUnifiedBilling = true },
        new() { Slug = "minimax", Author = "minimax", HasUnifiedBilling = true },
    ];

    /// <summary>A provider by the segment of its native URLs; null when there is none.</summary>
    public static ProviderInfo? Find(string slug)
    {
        ProviderInfo? found = Array.Find(s_all, provider => provider.Slug == slug);
        return found?.Author == slug && found.CompatPrefix is null ? null : found;
    }

    /// <summary>A provider by what stands before a model's name on the unified endpoint.</summary>
    public static ProviderInfo? FindByPrefix(string prefix) => Array.Find(s_all, provider => provider.CompatPrefix == prefix);

    /// <summary>A provider by what stands before a model's name on the REST API.</summary>
    public static ProviderInfo? FindByAuthor(string author) => Array.Find(s_all, provider => provider.Author == author);
}
