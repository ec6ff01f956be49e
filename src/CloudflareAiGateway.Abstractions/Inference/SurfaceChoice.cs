namespace CloudflareAiGateway;

/// <summary>
/// Where a chat goes, and as what. The rule, first match wins:
/// <list type="number">
/// <item>What the caller chose, if it can carry model and credentials.</item>
/// <item>Dynamic routes, custom providers and the automatic router: Compat, the only surface that knows them.</item>
/// <item>An alias of a stored key: Native, the only surface that heeds it; elsewhere another key, or Unified Billing, would be used in silence.</item>
/// <item>A provider's key: Native where the module speaks the provider's language, else Compat; Rest has no place for it.</item>
/// <item>A gateway token (RunToken): as a provider's key, since Rest wants another permission.</item>
/// <item>Otherwise Rest, which Cloudflare recommends, where its catalogue knows the provider; then Native; then Compat.</item>
/// </list>
/// </summary>
internal sealed class SurfaceChoice
{
    private SurfaceChoice(InferenceSurface surface, ChatDialect dialect, AiGatewayProvider? provider, string model, string why)
    {
        Surface = surface;
        Dialect = dialect;
        Provider = provider;
        Model = model;
        Why = why;
    }

    /// <summary>The surface.</summary>
    public InferenceSurface Surface { get; }

    /// <summary>The shape of request and answer there.</summary>
    public ChatDialect Dialect { get; }

    /// <summary>The provider; null for dynamic routes and the automatic router, which choose one themselves.</summary>
    public AiGatewayProvider? Provider { get; }

    /// <summary>The model as that surface spells it.</summary>
    public string Model { get; }

    /// <summary>Why this surface, in a few words.</summary>
    public string Why { get; }

    /// <summary>Chooses.</summary>
    /// <param name="model">The model as it was asked for.</param>
    /// <param name="credentials">What the call is paid and let in with.</param>
    /// <param name="wanted">The caller's own choice; null for none.</param>
    /// <exception cref="AiGatewayException">InvalidModel or InvalidCredential: no surface takes the model with these credentials.</exception>
    public static SurfaceChoice For(string model, CallCredentials credentials, InferenceSurface? wanted)
    {
        ChatModel target = ChatModel.Parse(model);
        if (credentials.ProviderKey is not null && credentials.ByokAlias is not null)
        {
            throw Refuse(
                AiGatewayErrorReason.InvalidCredential,
                "A provider's key on the request and the alias of a stored key exclude each other: the key would be used, and the alias passed over.",
                "Leave -ProviderKey or -ByokAlias out.");
        }

        if (target.ChoosesItself && credentials.ProviderKey is not null)
        {
            throw Refuse(
                AiGatewayErrorReason.InvalidCredential,
                $"'{model}' chooses the provider itself, so no single provider's key can go with it.",
                "Leave -ProviderKey out, and store the keys in the gateway.");
        }

        (InferenceSurface surface, string why) = wanted is { } own ? (own, "it was asked for") : Choose(target, credentials);
        string? problem = wanted is null && !target.HasRest && !target.HasCompat && !target.HasNative
            ? $"Chats with '{target.Text}' are not known to this module."
            : Explain(surface, target, credentials);
        bool isCredentials = credentials.ByokAlias is not null || (credentials.ProviderKey is not null && surface is InferenceSurface.Rest && target.HasRest);
        return problem is null
            ? new SurfaceChoice(surface, target.DialectOn(surface), target.Provider, target.On(surface), why)
            : throw Refuse(isCredentials ? AiGatewayErrorReason.InvalidCredential : AiGatewayErrorReason.InvalidModel, problem, Advice(target, wanted));
    }

    private static (InferenceSurface Surface, string Why) Choose(ChatModel model, CallCredentials credentials)
    {
        if (model.ChoosesItself || model.Provider is { IsCustom: true })
        {
            return (InferenceSurface.Compat, "no other knows such models");
        }

        if (credentials.ByokAlias is not null)
        {
            return (InferenceSurface.Native, "no other heeds the alias of a stored key");
        }

        InferenceSurface below = model.HasNative ? InferenceSurface.Native : InferenceSurface.Compat;
        if (credentials.ProviderKey is not null)
        {
            return (below, "Rest has no place for a provider's key");
        }

        if (credentials.RunToken is not null)
        {
            return (below, "the gateway's token is for the gateway host");
        }

        return model.HasRest ? (InferenceSurface.Rest, "the REST API knows the provider") : (below, "the REST API does not know the provider");
    }

    private static string? Explain(InferenceSurface surface, ChatModel model, CallCredentials credentials) => surface switch
    {
        InferenceSurface.Rest when !model.HasRest => $"The surface Rest does not take '{model.Text}'.",
        InferenceSurface.Rest when credentials.ProviderKey is not null => "The surface Rest has no place for a provider's key: its Authorization holds the Cloudflare token.",
        InferenceSurface.Compat when !model.HasCompat => $"The surface Compat does not take '{model.Text}'.",
        InferenceSurface.Native when !model.HasNative => $"Chats with '{model.Text}' on the provider's own API are not known to this module.",
        not InferenceSurface.Native when credentials.ByokAlias is not null => $"The surface {surface} passes over the alias of a stored key, and would use another key or Unified Billing.",
        _ => null,
    };

    private static string Advice(ChatModel model, InferenceSurface? wanted) =>
        wanted is not null ? "Leave -Surface out, or choose another one; Get-AiGatewayProvider shows the surfaces of each provider."
        : model.Provider is { IsCustom: false } ? $"Call it with Invoke-AiGatewayRequest -Provider {model.Provider}, which takes any path."
        : "Leave -ByokAlias out: such models use the stored keys under the alias 'default'.";

    private static AiGatewayException Refuse(AiGatewayErrorReason reason, string message, string action) =>
        new(AiGatewayErrorKind.Rejected, message) { Reason = reason, RecommendedAction = action };
}
