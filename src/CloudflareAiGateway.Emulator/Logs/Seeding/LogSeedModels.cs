using System;
using System.Collections.Generic;
using System.Linq;

namespace CloudflareAiGateway.Emulator;

/// <summary>The models that rows call when a seed names none. Prices are of the right size, and no more than that.</summary>
internal static class LogSeedModels
{
    private static readonly LogSeedModel[] s_builtIn =
    [
        new() { Provider = "openai", Model = "gpt-4o-mini", Weight = 5 },
        new() { Provider = "openai", Model = "gpt-4o", Weight = 2, PriceIn = 2.5, PriceOut = 10 },
        new() { Provider = "openai", Model = "text-embedding-3-small", RequestType = "embeddings", Path = "embeddings", PriceIn = 0.02, PriceOut = 0 },
        new() { Provider = "anthropic", Model = "claude-sonnet-4-5", Path = "v1/messages", Weight = 3, PriceIn = 3, PriceOut = 15 },
        new() { Provider = "google-ai-studio", Model = "gemini-2.5-flash", Path = "v1beta/models/gemini-2.5-flash:generateContent", Weight = 2, PriceIn = 0.3, PriceOut = 2.5 },
        new() { Provider = "workers-ai", Model = "@cf/meta/llama-3.1-8b-instruct", ModelType = "Text Generation", Path = "@cf/meta/llama-3.1-8b-instruct", Weight = 2, PriceIn = 0.28, PriceOut = 0.83 },
    ];

    public static IReadOnlyList<LogSeedModel> Of(LogSeed seed) =>
        seed.Models
        ?? (seed.Providers is null ? s_builtIn : [.. s_builtIn.Where(model => seed.Providers.Contains(model.Provider, StringComparer.Ordinal))]);
}
