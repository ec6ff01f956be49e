using System.Collections.Generic;
using System.Linq;

namespace CloudflareAiGateway;

/// <summary>A model that is to be chatted with: which surfaces take it, under which name, in which language.</summary>
internal sealed class ChatModel
{
    private readonly ModelName _name;

    private ChatModel(string text, ModelName name)
    {
        Text = text;
        _name = name;
    }

    /// <summary>The model as it was asked for.</summary>
    public string Text { get; }

    /// <summary>The provider; null where the service chooses.</summary>
    public AiGatewayProvider? Provider => _name.Provider;

    /// <summary>Whether the service chooses provider and model: a dynamic route, or the automatic router.</summary>
    public bool ChoosesItself => _name.ChoosesItself;

    /// <summary>Whether the REST API takes it.</summary>
    public bool HasRest => Provider is { RestAuthor: not null };

    /// <summary>Whether the OpenAI-compatible path takes it.</summary>
    public bool HasCompat => ChoosesItself || Provider is { CompatPrefix: not null };

    /// <summary>Whether this module can chat with it over the provider's own API.</summary>
    public bool HasNative => Provider is { IsCustom: false } provider && (provider.OpenAiPath is not null || provider.Slug is "anthropic" or "google-ai-studio");

    /// <summary>Reads a model.</summary>
    /// <exception cref="AiGatewayException">InvalidModel: it names no provider that exists.</exception>
    public static ChatModel Parse(string text)
    {
        text = text.Trim();
        ModelName name = ModelName.Parse(text);
        bool hasRoute = name.IsDynamic && name.Bare.Length > 0 && name.Bare.IndexOf('/') < 0;
        return hasRoute || name.IsAuto || (name.Provider is not null && name.Bare.Length > 0)
            ? new ChatModel(text, name)
            : throw Unknown(text, name);
    }

    /// <summary>The spelling on a surface.</summary>
    public string On(InferenceSurface surface) => surface switch
    {
        InferenceSurface.Rest => _name.ForRest(),
        InferenceSurface.Compat => _name.ForCompat(),
        _ => _name.ForNative(),
    };

    /// <summary>The language on a surface.</summary>
    public ChatDialect DialectOn(InferenceSurface surface) => surface is not InferenceSurface.Native ? ChatDialect.OpenAi : Provider?.Slug switch
    {
        "anthropic" => ChatDialect.Anthropic,
        "google-ai-studio" => ChatDialect.Google,
        _ => ChatDialect.OpenAi,
    };

    private static AiGatewayException Unknown(string text, ModelName name)
    {
        int slash = text.IndexOf('/');
        string message = name.IsDynamic ? $"'{text}' names no route: a dynamic route is written dynamic/<name>."
            : name.Provider is not null ? $"'{text}' names a provider but no model."
            : slash > 0 ? ProviderCatalog.ExplainUnknown(text.Substring(0, slash))
            : $"The model '{text}' names no provider: it is written <provider>/<model>.{Offer(text)}";
        return new AiGatewayException(AiGatewayErrorKind.Rejected, message)
        {
            Reason = AiGatewayErrorReason.InvalidModel,
            RecommendedAction = "Write openai/gpt-5-mini, @cf/meta/llama-3.1-8b-instruct, custom-<slug>/<model>, dynamic/<route> or cloudflare/auto. Get-AiGatewayProvider lists the providers.",
        };
    }

    /// <summary>The well-known model that was probably meant, with its provider.</summary>
    private static string Offer(string text)
    {
        Dictionary<string, string> known = ProviderCatalog.All
            .Where(p => p.CompatPrefix is not null)
            .SelectMany(p => WellKnownModels.Of(p.Slug).Select(m => new KeyValuePair<string, string>(m, $"{p.CompatPrefix}/{m}")))
            .GroupBy(p => p.Key)
            .ToDictionary(g => g.Key, g => g.First().Value);
        return NearestName.Find(text, known.Keys) is { } near ? $" Did you mean '{known[near]}'?" : string.Empty;
    }
}
