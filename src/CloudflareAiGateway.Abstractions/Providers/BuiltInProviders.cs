using System;
using System.Collections.Generic;

namespace CloudflareAiGateway;

/// <summary>
/// The table of built-in providers: data, no rule. From the provider pages, the lists of the OpenAI-compatible path and of Unified Billing,
/// and the type <c>AIGatewayProviders</c> of Workers, as of <see cref="ProviderCatalog.AsOf"/>.
/// </summary>
internal static class BuiltInProviders
{
    private const ProviderSurfaces Own = ProviderSurfaces.Native | ProviderSurfaces.Universal;
    private const ProviderSurfaces OwnAndCompat = Own | ProviderSurfaces.Compat;
    private const ProviderSurfaces Everywhere = OwnAndCompat | ProviderSurfaces.Rest;

    /// <summary>The providers, the best known first.</summary>
    public static IReadOnlyList<AiGatewayProvider> List { get; } = new AiGatewayProvider[]
    {
        new()
        {
            Slug = "openai", DisplayName = "OpenAI", Surfaces = Everywhere, CompatPrefix = "openai", RestAuthor = "openai",
            AuthHeader = "Authorization", AuthScheme = "Bearer", KeyVariable = "OPENAI_API_KEY",
            ExamplePath = "openai/chat/completions", OpenAiPath = "openai", Upstream = new Uri("https://api.openai.com/v1"), UnifiedBilling = true,
            Notes = "No /v1 after openai: the path stands for https://api.openai.com/v1.",
        },
        new()
        {
            Slug = "anthropic", DisplayName = "Anthropic", Surfaces = Everywhere, CompatPrefix = "anthropic", RestAuthor = "anthropic",
            AuthHeader = "x-api-key", KeyVariable = "ANTHROPIC_API_KEY",
            ExamplePath = "anthropic/v1/messages", Upstream = new Uri("https://api.anthropic.com"), UnifiedBilling = true, Aliases = new[] { "claude" },
            Notes = "Wants the header anthropic-version: 2023-06-01. With a stored key or Unified Billing a real x-api-key makes the request fail. "
                + "The REST API names models with dots (claude-sonnet-4.5), the other surfaces with hyphens (claude-sonnet-4-5).",
        },
        new()
        {
            Slug = "google-ai-studio", DisplayName = "Google AI Studio", Surfaces = Everywhere, CompatPrefix = "google-ai-studio", RestAuthor = "google",
            AuthHeader = "x-goog-api-key", KeyVariable = "GEMINI_API_KEY",
            ExamplePath = "google-ai-studio/v1/models/{model}:generateContent", Upstream = new Uri("https://generativelanguage.googleapis.com"),
            UnifiedBilling = true, Aliases = new[] { "gemini", "google-ai", "google-gemini" },
            Notes = "The REST API calls it google; realtime WebSockets do too.",
        },
        new()
        {
            Slug = "google-vertex-ai", DisplayName = "Google Vertex AI", Surfaces = OwnAndCompat, CompatPrefix = "google-vertex-ai/google",
            AuthHeader = "Authorization", AuthScheme = "Bearer",
            ExamplePath = "google-vertex-ai/v1/projects/{project}/locations/{region}/publishers/google/models/{model}:generateContent",
            UnifiedBilling = true, Aliases = new[] { "vertex", "vertex-ai", "google-vertex" },
            Notes = "The key is a gcloud access token, or the service account's JSON with a member region, in base64. Avoid the location global.",
        },
        new()
        {
            Slug = "workers-ai", DisplayName = "Workers AI", Surfaces = Everywhere, CompatPrefix = "workers-ai", RestAuthor = "@cf",
            AuthHeader = "Authorization", AuthScheme = "Bearer", KeyVariable = "CLOUDFLARE_API_TOKEN",
            ExamplePath = "workers-ai/@cf/meta/llama-3.1-8b-instruct", OpenAiPath = "workers-ai/v1",
            UnifiedBilling = true, Aliases = new[] { "workersai", "cloudflare", "cf" },
            Notes = "The key is a Cloudflare token with Workers AI Read. On the compat path the model keeps its @cf: workers-ai/@cf/meta/…. "
                + "Billed to the account as Workers AI, or to credits where the gateway's WorkersAiBillingMode says so.",
        },
        new()
        {
            Slug = "azure-openai", DisplayName = "Azure OpenAI", Surfaces = Own,
            AuthHeader = "api-key", KeyVariable = "AZURE_OPENAI_API_KEY",
            ExamplePath = "azure-openai/{resource}/{deployment}/chat/completions?api-version={version}", Aliases = new[] { "azure" },
            Notes = "Resource and deployment stand in the path; the api-version in the query is required.",
        },
        new()
        {
            Slug = "aws-bedrock", DisplayName = "Amazon Bedrock", Surfaces = OwnAndCompat, CompatPrefix = "aws-bedrock",
            AuthHeader = "Authorization", AuthScheme = "AWS4-HMAC-SHA256",
            ExamplePath = "aws-bedrock/bedrock-runtime/{region}/model/{model}/invoke", Aliases = new[] { "bedrock", "aws", "amazon-bedrock", "amazon" },
            Notes = "The client signs for the upstream address, or the gateway signs with a stored key: JSON with accessKeyId, secretAccessKey, region "
                + "and, if need be, sessionToken. The compat path takes Claude and Nova only. Anthropic clients: aws-bedrock/bedrock-mantle/{region}/anthropic.",
        },
        new()
        {
            Slug = "groq", DisplayName = "Groq", Surfaces = Everywhere, CompatPrefix = "groq", RestAuthor = "groq",
            AuthHeader = "Authorization", AuthScheme = "Bearer", KeyVariable = "GROQ_API_KEY",
            ExamplePath = "groq/chat/completions", OpenAiPath = "groq", Upstream = new Uri("https://api.groq.com/openai/v1"), UnifiedBilling = true,
            Notes = "Not xAI's Grok, whose slug is grok.",
        },
        new()
        {
            Slug = "mistral", DisplayName = "Mistral AI", Surfaces = OwnAndCompat, CompatPrefix = "mistral",
            AuthHeader = "Authorization", AuthScheme = "Bearer", KeyVariable = "MISTRAL_API_KEY",
            ExamplePath = "mistral/v1/chat/completions", OpenAiPath = "mistral/v1", Upstream = new Uri("https://api.mistral.ai"), Aliases = new[] { "mistralai" },
        },
        new()
        {
            Slug = "cohere", DisplayName = "Cohere", Surfaces = OwnAndCompat, CompatPrefix = "cohere",
            AuthHeader = "Authorization", AuthScheme = "Token", KeyVariable = "CO_API_KEY",
            ExamplePath = "cohere/v1/chat", Upstream = new Uri("https://api.cohere.com"),
            Notes = "The scheme is Token, not Bearer.",
        },
        new()
        {
            Slug = "perplexity-ai", DisplayName = "Perplexity", Surfaces = OwnAndCompat, CompatPrefix = "perplexity",
            AuthHeader = "Authorization", AuthScheme = "Bearer", KeyVariable = "PERPLEXITY_API_KEY",
            ExamplePath = "perplexity-ai/chat/completions", OpenAiPath = "perplexity-ai", Upstream = new Uri("https://api.perplexity.ai"),
            Notes = "The slug is perplexity-ai, but models on the compat path start with perplexity/.",
        },
        new()
        {
            Slug = "deepseek", DisplayName = "DeepSeek", Surfaces = Everywhere, CompatPrefix = "deepseek", RestAuthor = "deepseek",
            AuthHeader = "Authorization", AuthScheme = "Bearer", KeyVariable = "DEEPSEEK_API_KEY",
            ExamplePath = "deepseek/chat/completions", OpenAiPath = "deepseek", Upstream = new Uri("https://api.deepseek.com"),
            Notes = "The REST API serves some of its models only.",
        },
        new()
        {
            Slug = "grok", DisplayName = "xAI", Surfaces = Everywhere, CompatPrefix = "grok", RestAuthor = "xai",
            AuthHeader = "Authorization", AuthScheme = "Bearer", KeyVariable = "XAI_API_KEY",
            ExamplePath = "grok/v1/chat/completions", OpenAiPath = "grok/v1", Upstream = new Uri("https://api.x.ai"), UnifiedBilling = true, Aliases = new[] { "x-ai", "x.ai" },
            Notes = "The slug is grok; the REST API calls it xai.",
        },
        new()
        {
            Slug = "cerebras", DisplayName = "Cerebras", Surfaces = OwnAndCompat, CompatPrefix = "cerebras",
            AuthHeader = "Authorization", AuthScheme = "Bearer", KeyVariable = "CEREBRAS_API_KEY",
            ExamplePath = "cerebras/chat/completions", OpenAiPath = "cerebras", Upstream = new Uri("https://api.cerebras.ai/v1"), Aliases = new[] { "cerebras-ai" },
        },
        new()
        {
            Slug = "openrouter", DisplayName = "OpenRouter", Surfaces = Own,
            AuthHeader = "Authorization", AuthScheme = "Bearer", KeyVariable = "OPENROUTER_API_KEY",
            ExamplePath = "openrouter/v1/chat/completions", OpenAiPath = "openrouter/v1", Upstream = new Uri("https://openrouter.ai/api"),
        },
        new()
        {
            Slug = "huggingface", DisplayName = "Hugging Face", Surfaces = Own,
            AuthHeader = "Authorization", AuthScheme = "Bearer", KeyVariable = "HF_TOKEN",
            ExamplePath = "huggingface/{organization}/{model}", Upstream = new Uri("https://api-inference.huggingface.co/models"),
            Aliases = new[] { "hf", "hugging-face" },
        },
        new()
        {
            Slug = "replicate", DisplayName = "Replicate", Surfaces = Own,
            AuthHeader = "Authorization", AuthScheme = "Bearer", KeyVariable = "REPLICATE_API_TOKEN",
            ExamplePath = "replicate/predictions",
        },
        new()
        {
            Slug = "baseten", DisplayName = "Baseten", Surfaces = OwnAndCompat, CompatPrefix = "baseten",
            AuthHeader = "Authorization", AuthScheme = "Bearer", KeyVariable = "BASETEN_API_KEY",
            ExamplePath = "baseten/v1/chat/completions", OpenAiPath = "baseten/v1",
            Notes = "Dedicated deployments are at baseten/model/{id}.",
        },
        new()
        {
            Slug = "parallel", DisplayName = "Parallel", Surfaces = OwnAndCompat, CompatPrefix = "parallel",
            AuthHeader = "x-api-key", KeyVariable = "PARALLEL_API_KEY",
            ExamplePath = "parallel/v1/tasks/runs",
        },
        new()
        {
            Slug = "fal", DisplayName = "Fal AI", Surfaces = Own,
            AuthHeader = "Authorization", AuthScheme = "Key", KeyVariable = "FAL_KEY",
            ExamplePath = "fal/fal-ai/fast-sdxl", Upstream = new Uri("https://fal.run"), Aliases = new[] { "fal-ai", "fal.ai" },
            Notes = "Other addresses of fal go into the header x-fal-target-url.",
        },
        new()
        {
            Slug = "ideogram", DisplayName = "Ideogram", Surfaces = Own,
            AuthHeader = "Api-Key", KeyVariable = "IDEOGRAM_API_KEY",
            ExamplePath = "ideogram/v1/ideogram-v3/generate", Upstream = new Uri("https://api.ideogram.ai"),
        },
        new()
        {
            Slug = "elevenlabs", DisplayName = "ElevenLabs", Surfaces = Own,
            AuthHeader = "xi-api-key", KeyVariable = "ELEVENLABS_API_KEY",
            ExamplePath = "elevenlabs/v1/text-to-speech/{voice}", Upstream = new Uri("https://api.elevenlabs.io"), Aliases = new[] { "eleven-labs" },
        },
        new()
        {
            Slug = "cartesia", DisplayName = "Cartesia", Surfaces = Own,
            AuthHeader = "x-api-key", KeyVariable = "CARTESIA_API_KEY",
            ExamplePath = "cartesia/tts/bytes", Upstream = new Uri("https://api.cartesia.ai"),
            Notes = "Wants the header Cartesia-Version.",
        },
        new()
        {
            Slug = "deepgram", DisplayName = "Deepgram", Surfaces = Own,
            AuthHeader = "Authorization", AuthScheme = "Token", KeyVariable = "DEEPGRAM_API_KEY",
            ExamplePath = "deepgram/v1/listen", Upstream = new Uri("https://api.deepgram.com"),
        },
        new()
        {
            Slug = "fireworks", DisplayName = "Fireworks AI", Surfaces = Own,
            AuthHeader = "Authorization", AuthScheme = "Bearer", KeyVariable = "FIREWORKS_API_KEY",
            ExamplePath = "fireworks/chat/completions", OpenAiPath = "fireworks", Upstream = new Uri("https://api.fireworks.ai/inference/v1"), Aliases = new[] { "fireworks-ai" },
            Notes = "Known from Cloudflare's own client library; it has no page in the documentation.",
        },
        new()
        {
            Slug = "adobe-firefly", DisplayName = "Adobe Firefly", Surfaces = ProviderSurfaces.Universal, Aliases = new[] { "firefly", "adobe" },
            Notes = "Known from the type AIGatewayProviders of Workers only; paths and header are not documented.",
        },
        new()
        {
            Slug = "alibaba", DisplayName = "Alibaba Qwen", Surfaces = ProviderSurfaces.Rest, RestAuthor = "alibaba", UnifiedBilling = true, Aliases = new[] { "qwen" },
            Notes = "On the REST API only: no path below a gateway, no key of your own.",
        },
        new()
        {
            Slug = "minimax", DisplayName = "MiniMax", Surfaces = ProviderSurfaces.Rest, RestAuthor = "minimax", UnifiedBilling = true,
            Notes = "On the REST API only: no path below a gateway, no key of your own.",
        },
        new()
        {
            Slug = "moonshotai", DisplayName = "Moonshot AI", Surfaces = ProviderSurfaces.Rest, RestAuthor = "moonshotai", UnifiedBilling = true,
            Aliases = new[] { "moonshot", "kimi" },
            Notes = "On the REST API only: no path below a gateway, no key of your own.",
        },
    };
}
