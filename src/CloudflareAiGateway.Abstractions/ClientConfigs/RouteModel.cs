using System.Collections.Generic;

namespace CloudflareAiGateway;

/// <summary>What model a client is pointed at when the user named none, or only a provider; and the refusals that all clients share.</summary>
internal static class RouteModel
{
    /// <summary>The model of a request.</summary>
    /// <param name="request">The request.</param>
    /// <param name="defaultProvider">The slug of the provider that the client has in mind by itself.</param>
    /// <exception cref="AiGatewayException">Rejected: no model is known, or Unified Billing does not pay for the provider.</exception>
    public static ModelName Of(ClientConfigRequest request, string defaultProvider)
    {
        ModelName model = request.Model is { } text ? ModelName.Parse(text, request.Provider) : WellKnown(request, defaultProvider);
        if (model.ChoosesItself)
        {
            return model;
        }

        if (model.Provider is null)
        {
            int slash = model.Bare.IndexOf('/');
            if (slash > 0)
            {
                throw Refuse(ProviderCatalog.ExplainUnknown(model.Bare.Substring(0, slash)), "Write <provider>/<model>, or name the provider with -Provider, too. Get-AiGatewayProvider lists what there is.");
            }

            model = ModelName.Parse(model.Bare, ProviderCatalog.Find(defaultProvider));
        }

        return request.Credential is ClientCredential.UnifiedBilling && !model.Provider!.UnifiedBilling
            ? throw Refuse(
                $"Unified Billing does not pay for {model.Provider.DisplayName}.",
                "Use -Credential Stored with a stored key, or -Credential ProviderKey. Get-AiGatewayProvider | Where-Object UnifiedBilling lists those that it pays for.")
            : model;
    }

    /// <summary>The same for clients that speak one provider's own language.</summary>
    /// <exception cref="AiGatewayException">Rejected: another provider was named.</exception>
    public static ModelName OfOnly(ClientConfigRequest request, string slug)
    {
        ModelName model = Of(request, slug);
        return model.Provider?.Slug == slug
            ? model
            : throw Refuse(
                $"{request.Client} speaks the language of {ProviderCatalog.Find(slug)!.DisplayName} alone; it cannot call {(model.ChoosesItself ? model.Chooser : model.Provider!.DisplayName)}.",
                $"Name a model of {slug}, or another client: OpenAIPython, OpenAINode, VercelAI, LangChain, LiteLLM, Curl and PowerShell reach most providers.");
    }

    /// <summary>Makes the exception for what cannot be had.</summary>
    public static AiGatewayException Refuse(string problem, string action) =>
        new(AiGatewayErrorKind.Rejected, problem) { RecommendedAction = action };

    private static ModelName WellKnown(ClientConfigRequest request, string defaultProvider)
    {
        AiGatewayProvider provider = request.Provider ?? ProviderCatalog.Find(defaultProvider)!;
        IReadOnlyList<string> known = WellKnownModels.Of(provider.Slug);
        return known.Count > 0
            ? ModelName.Parse(known[0], provider)
            : throw Refuse($"No model of {provider.DisplayName} is known to the module.", "Name one with -Model.");
    }
}
