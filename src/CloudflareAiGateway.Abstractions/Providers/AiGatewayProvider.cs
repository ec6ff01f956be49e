using System;
using System.Collections.Generic;

namespace CloudflareAiGateway;

/// <summary>A provider of models, and how it is called through a gateway.</summary>
/// <remarks>Built-in providers come from Cloudflare's documentation as of <see cref="ProviderCatalog.AsOf"/>; custom ones from the account.</remarks>
public sealed class AiGatewayProvider
{
    /// <summary>The provider's segment in the gateway's path, and its name in stored keys and dynamic routes: <c>google-ai-studio</c>.</summary>
    public string Slug { get; init; } = string.Empty;

    /// <summary>The provider's name for people.</summary>
    public string DisplayName { get; init; } = string.Empty;

    /// <summary>The ways in which its models are called.</summary>
    public ProviderSurfaces Surfaces { get; init; }

    /// <summary>
    /// What stands before the model, and a slash, on the OpenAI-compatible path: <c>openai</c> for <c>openai/gpt-5-mini</c>. Not always the
    /// slug. Null where that path does not take the provider.
    /// </summary>
    public string? CompatPrefix { get; init; }

    /// <summary>
    /// What stands before the model, and a slash, on the AI REST API: <c>xai</c> for <c>xai/grok-4</c>, <c>@cf</c> for Workers AI. Null where
    /// that API does not take the provider.
    /// </summary>
    public string? RestAuthor { get; init; }

    /// <summary>The header that carries the provider's own key; null when there is none, or it is not documented.</summary>
    public string? AuthHeader { get; init; }

    /// <summary>What stands before the key in that header, and a space: <c>Bearer</c>; null for the bare key.</summary>
    public string? AuthScheme { get; init; }

    /// <summary>The environment variable that the provider's own tools read the key from; null when there is no custom.</summary>
    public string? KeyVariable { get; init; }

    /// <summary>One path below <c>/v1/{account}/{gateway}/</c> that works, with placeholders in braces; null when none is documented.</summary>
    public string? ExamplePath { get; init; }

    /// <summary>
    /// The path below the gateway that takes OpenAI's chat completions, without <c>/chat/completions</c>, which clients append:
    /// <c>grok/v1</c>. Null where the provider's own API has another shape.
    /// </summary>
    public string? OpenAiPath { get; init; }

    /// <summary>The address that the gateway's path stands for; null when it depends on the path, or is not documented.</summary>
    public Uri? Upstream { get; init; }

    /// <summary>Whether Unified Billing can pay for it, so that no provider key is needed. Per model; see the notes.</summary>
    public bool UnifiedBilling { get; init; }

    /// <summary>Other names under which the provider is found.</summary>
    public IReadOnlyList<string> Aliases { get; init; } = Array.Empty<string>();

    /// <summary>What goes wrong, or differs, with this provider; null when nothing is known.</summary>
    public string? Notes { get; init; }

    /// <summary>Whether it is a custom provider of the account.</summary>
    public bool IsCustom { get; init; }

    /// <summary>The account of a custom provider; null for built-in ones.</summary>
    public string? AccountId { get; init; }

    /// <summary>The provider's slug.</summary>
    /// <returns><see cref="Slug"/>.</returns>
    public override string ToString() => Slug;
}
