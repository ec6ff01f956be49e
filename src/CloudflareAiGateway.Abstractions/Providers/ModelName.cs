using System;
using System.Text.RegularExpressions;

namespace CloudflareAiGateway;

/// <summary>
/// A model as a person writes it, with or without its provider, and the spellings that each surface wants: the bare name on a provider's
/// own path, <c>openai/gpt-5-mini</c> on the OpenAI-compatible one, <c>xai/grok-4</c> on the REST API.
/// </summary>
internal sealed class ModelName
{
    /// <summary>The automatic router, which chooses the model itself.</summary>
    public const string AutoRouter = "cloudflare/auto";

    private static readonly Regex s_release = new(@"-20\d{6}$", RegexOptions.CultureInvariant);
    private static readonly Regex s_hyphenated = new(@"(?<=-\d)-(?=\d(-|$))", RegexOptions.CultureInvariant);

    private ModelName(AiGatewayProvider? provider, string bare, bool isDynamic)
    {
        Provider = provider;
        Bare = bare;
        IsDynamic = isDynamic;
    }

    /// <summary>The provider, as named or as only one has such models; null where the service chooses, and when neither tells.</summary>
    public AiGatewayProvider? Provider { get; }

    /// <summary>The name without a prefix; of a dynamic route its own name.</summary>
    public string Bare { get; }

    /// <summary>Whether it is a dynamic route of the gateway.</summary>
    public bool IsDynamic { get; }

    /// <summary>Whether it is the automatic router.</summary>
    public bool IsAuto => Provider is null && Bare == AutoRouter;

    /// <summary>Whether the service chooses provider and model, which only the OpenAI-compatible path lets it.</summary>
    public bool ChoosesItself => IsDynamic || IsAuto;

    /// <summary>What chooses, for messages.</summary>
    public string Chooser => IsAuto ? AutoRouter : "a dynamic route";

    /// <summary>Reads a model.</summary>
    /// <param name="text">The model, with or without its provider.</param>
    /// <param name="provider">
    /// The provider, when it is known otherwise. Only its own prefix is taken off then: models of some providers have slashes themselves.
    /// </param>
    public static ModelName Parse(string text, AiGatewayProvider? provider = null)
    {
        if (text.StartsWith(ProviderCatalog.DynamicPrefix, StringComparison.OrdinalIgnoreCase))
        {
            return new ModelName(null, text.Substring(ProviderCatalog.DynamicPrefix.Length), isDynamic: true);
        }

        if (text.Equals(AutoRouter, StringComparison.OrdinalIgnoreCase))
        {
            return new ModelName(null, AutoRouter, isDynamic: false);
        }

        if (provider is not null)
        {
            return new ModelName(provider, WithoutPrefix(text, provider), isDynamic: false);
        }

        int slash = text.IndexOf('/');
        AiGatewayProvider? named = slash > 0 ? Named(text.Substring(0, slash)) : null;
        return named is null
            ? new ModelName(WellKnownModels.ProviderOf(text) is { } slug ? ProviderCatalog.Find(slug) : null, text, isDynamic: false)
            : new ModelName(named, WithoutPrefix(text, named), isDynamic: false);
    }

    /// <summary>The spelling for the OpenAI-compatible path.</summary>
    /// <exception cref="InvalidOperationException">That path does not take the provider.</exception>
    public string ForCompat() =>
        IsDynamic ? ProviderCatalog.DynamicPrefix + Bare
            : IsAuto ? AutoRouter
            : $"{Provider?.CompatPrefix ?? throw new InvalidOperationException($"The compat path does not take {Provider}.")}/{ForNative()}";

    /// <summary>The spelling for the REST API, which names Anthropic's models with dots and without dates.</summary>
    /// <exception cref="InvalidOperationException">That API does not take the provider.</exception>
    public string ForRest()
    {
        string author = Provider?.RestAuthor ?? throw new InvalidOperationException($"The REST API does not take {Provider}.");
        return author switch
        {
            "@cf" => Bare,
            "anthropic" => $"{author}/{s_hyphenated.Replace(s_release.Replace(Bare, string.Empty), ".")}",
            _ => $"{author}/{Bare}",
        };
    }

    /// <summary>The spelling for the provider's own path.</summary>
    public string ForNative() => Provider?.Slug == "anthropic" ? Bare.Replace('.', '-') : Bare;

    private static AiGatewayProvider? Named(string prefix) =>
        ProviderCatalog.IsCustom(prefix) ? ProviderCatalog.Custom(prefix) : ProviderCatalog.Find(prefix);

    private static string WithoutPrefix(string text, AiGatewayProvider provider)
    {
        foreach (string? prefix in new[] { provider.CompatPrefix, provider.Slug, provider.RestAuthor })
        {
            // The REST author of Workers AI is a part of its models' names.
            if (prefix is not (null or "@cf") && text.StartsWith(prefix + "/", StringComparison.OrdinalIgnoreCase))
            {
                return text.Substring(prefix.Length + 1);
            }
        }

        return text;
    }
}
