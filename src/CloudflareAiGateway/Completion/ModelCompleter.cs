using System;
using System.Collections;
using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;
using System.Threading.Tasks;

namespace CloudflareAiGateway.Completion;

/// <summary>
/// Completes models: with the provider's prefix as the gateway's common path wants it (<c>openai/…</c>, <c>workers-ai/@cf/…</c>), bare when
/// -Provider was typed before. These are well-known models, not all that exist. With a connection come the account's custom providers
/// (<c>custom-…/</c>) and the routes of the gateway that was typed before (<c>dynamic/…</c>).
/// </summary>
public sealed class ModelCompleter : ApiCompleter
{
    private protected override IEnumerable<CompletionResult> Known(string typed, IDictionary bound)
    {
        IEnumerable<CompletionResult> offers = ProviderIn(bound) is { } provider ? Bare(provider)
            : typed.StartsWith("@", StringComparison.Ordinal) ? Bare("workers-ai")
            : ProviderCatalog.All.SelectMany(Prefixed).Append(Offer(ModelName.AutoRouter, "The automatic router, which chooses a model for each call")).Concat(Placeholder(typed));
        return offers.Where(o => o.ListItemText.StartsWith(typed, StringComparison.OrdinalIgnoreCase));
    }

    private protected override bool IsWorthAsking(string typed, IDictionary bound) =>
        ProviderIn(bound) is null
        && (CanBegin(typed, ProviderCatalog.CustomPrefix) || CanBegin(typed, ProviderCatalog.DynamicPrefix));

    private protected override string? Within(CompletionScope scope) => GatewayOf(scope);

    private protected override async Task<IReadOnlyList<CompletionResult>> FetchAsync(CompletionScope scope, CallContext call)
    {
        string account = await scope.FindAccountIdAsync(call).ConfigureAwait(false);
        Task<IReadOnlyList<AiGatewayCustomProvider>> providers = TryListAsync(scope.Client.CustomProviders.ListAsync(account, null, null, null, page: 1, pageSize: 50, call));
        Task<IReadOnlyList<AiGatewayRoute>> routes = GatewayOf(scope) is { Length: > 0 } gateway
            ? TryListAsync(scope.Client.Routes.ListAsync(new RouteScope(account, gateway), page: 1, call))
            : Task.FromResult<IReadOnlyList<AiGatewayRoute>>(Array.Empty<AiGatewayRoute>());
        return (await providers.ConfigureAwait(false))
            .Select(p => Offer(p.GatewaySlug + "/", $"A model of {p.Name}, {p.BaseUrl}"))
            .Concat((await routes.ConfigureAwait(false)).Select(r => CompletionText.Of(ProviderCatalog.DynamicPrefix + r.Name, $"The route '{r.Name}': {r.Model}")))
            .ToList();
    }

    /// <summary>A gateway that does not exist, or routes that may not be read, are no reason to withhold the rest.</summary>
    private static async Task<IReadOnlyList<T>> TryListAsync<T>(Task<ResultPage<T>> list)
    {
        try
        {
            return (await list.ConfigureAwait(false)).Items;
        }
        catch (AiGatewayException)
        {
            return Array.Empty<T>();
        }
    }

    private static string? GatewayOf(CompletionScope scope) => scope["Gateway"] ?? scope["GatewayId"] ?? scope["GatewayName"];

    private static string? ProviderIn(IDictionary bound) => bound["Provider"]?.ToString() is { Length: > 0 } name ? name : null;

    private static IEnumerable<CompletionResult> Bare(string name) =>
        ProviderCatalog.Find(name) is { } provider
            ? WellKnownModels.Of(provider.Slug).Select(m => Offer(m, $"{provider.DisplayName}, {m}"))
            : Enumerable.Empty<CompletionResult>();

    private static IEnumerable<CompletionResult> Prefixed(AiGatewayProvider provider)
    {
        if (provider.CompatPrefix is not { } prefix)
        {
            yield break;
        }

        IReadOnlyList<string> models = WellKnownModels.Of(provider.Slug);
        if (models.Count == 0)
        {
            yield return Offer(prefix + "/", $"A model of {provider.DisplayName}");
        }

        foreach (string model in models)
        {
            yield return Offer($"{prefix}/{model}", $"{provider.DisplayName}, {model}");
        }
    }

    /// <summary>That there are routes is worth telling until their prefix stands there.</summary>
    private static IEnumerable<CompletionResult> Placeholder(string typed)
    {
        if (typed.Length < ProviderCatalog.DynamicPrefix.Length)
        {
            yield return Offer(ProviderCatalog.DynamicPrefix, "A dynamic route of the gateway: dynamic/<route>");
        }
    }

    /// <summary>A bare @ would begin a splat or an array, so such models are quoted.</summary>
    private static CompletionResult Offer(string model, string toolTip) =>
        new(model.StartsWith("@", StringComparison.Ordinal) ? $"'{model}'" : model, model, CompletionResultType.ParameterValue, toolTip);
}
