using System;
using System.Collections.Generic;
using System.Linq;

namespace CloudflareAiGateway;

/// <summary>
/// The providers that gateways know without being told, and the rule by which a name that a person types finds one of them: slug, alias,
/// prefix, author and display name all do, in any case.
/// </summary>
internal static class ProviderCatalog
{
    /// <summary>When the catalogue was last held against Cloudflare's documentation. The service may know more since.</summary>
    public static readonly DateTime AsOf = new(2026, 10, 15, 0, 0, 0, DateTimeKind.Utc);

    /// <summary>What stands before the slug of a custom provider, in paths and before models.</summary>
    public const string CustomPrefix = CustomProviderSlug.Prefix;

    /// <summary>What stands before the name of a dynamic route where a model is expected.</summary>
    public const string DynamicPrefix = "dynamic/";

    /// <summary>The pseudo-provider of the universal endpoint and the Workers binding that stands for the OpenAI-compatible path.</summary>
    public const string Compat = "compat";

    private static readonly Lazy<Dictionary<string, AiGatewayProvider>> s_byName = new(Index);

    /// <summary>All built-in providers, in the order of their slugs.</summary>
    public static IReadOnlyList<AiGatewayProvider> All { get; } =
        BuiltInProviders.List.OrderBy(p => p.Slug, StringComparer.Ordinal).ToArray();

    /// <summary>Finds a built-in provider.</summary>
    /// <param name="name">A slug, an alias, a prefix of models, or a display name; case does not matter.</param>
    /// <returns>The provider; null when none has that name.</returns>
    public static AiGatewayProvider? Find(string name) =>
        s_byName.Value.TryGetValue(name.Trim(), out AiGatewayProvider? provider) ? provider : null;

    /// <summary>Whether a name means a custom provider: <c>custom-…</c>.</summary>
    public static bool IsCustom(string name) => name.Length > CustomPrefix.Length && name.StartsWith(CustomPrefix, StringComparison.OrdinalIgnoreCase);

    /// <summary>A custom provider, of which nothing is known but its slug.</summary>
    /// <param name="slug">The slug with its <c>custom-</c>.</param>
    public static AiGatewayProvider Custom(string slug) => Custom(new AiGatewayCustomProvider { Slug = slug.Substring(CustomPrefix.Length), Enable = true });

    /// <summary>A custom provider of an account.</summary>
    public static AiGatewayProvider Custom(AiGatewayCustomProvider provider) => new()
    {
        Slug = provider.GatewaySlug,
        DisplayName = provider.Name.Length == 0 ? provider.Slug : provider.Name,
        Surfaces = ProviderSurfaces.Native | ProviderSurfaces.Compat | ProviderSurfaces.Universal,
        CompatPrefix = provider.GatewaySlug,
        AuthHeader = "Authorization",
        AuthScheme = "Bearer",
        ExamplePath = provider.GatewaySlug + "/{path}",
        Upstream = Uri.TryCreate(provider.BaseUrl, UriKind.Absolute, out Uri? upstream) ? upstream : null,
        Notes = (provider.Enable == true ? string.Empty : "It is switched off: Set-AiGatewayCustomProvider -Enable $true. ")
            + "The path below the slug is appended to its base URL. Dynamic routes were reported to refuse custom providers (code 2005).",
        IsCustom = true,
        AccountId = provider.AccountId.Length == 0 ? null : provider.AccountId,
    };

    /// <summary>The slug that was probably meant by a name that <see cref="Find"/> does not find.</summary>
    /// <returns>A slug, or null when nothing is near.</returns>
    public static string? Suggest(string name) =>
        NearestName.Find(name.Trim(), s_byName.Value.Keys) is { } near ? s_byName.Value[near].Slug : null;

    /// <summary>What to say of a name that <see cref="Find"/> does not find.</summary>
    /// <returns>One sentence, with the nearest slug where there is one.</returns>
    public static string ExplainUnknown(string name) =>
        $"There is no provider '{name}'." + (Suggest(name) is { } slug ? $" Did you mean '{slug}'?" : string.Empty);

    private static Dictionary<string, AiGatewayProvider> Index()
    {
        var index = new Dictionary<string, AiGatewayProvider>(StringComparer.OrdinalIgnoreCase);

        // Slugs come first, so that no alias of another provider can hide one.
        foreach (AiGatewayProvider provider in All)
        {
            index.Add(provider.Slug, provider);
        }

        foreach (AiGatewayProvider provider in All)
        {
            IEnumerable<string?> names = provider.Aliases.Append(provider.CompatPrefix).Append(provider.RestAuthor).Append(provider.DisplayName);
            foreach (string? name in names)
            {
                if (name is not null && !index.ContainsKey(name))
                {
                    index.Add(name, provider);
                }
            }
        }

        return index;
    }
}
