using System.Collections.Generic;
using System.Linq;

namespace CloudflareAiGateway;

/// <summary>OpenCode, which is pointed at the gateway provider by provider.</summary>
internal sealed class OpenCodeTemplate : IClientTemplate
{
    /// <summary>The providers that OpenCode knows itself: its name, our slug, and the path below the gateway to which it appends the rest.</summary>
    private static readonly (string Name, string Slug, string Path)[] s_known =
    {
        ("anthropic", "anthropic", "anthropic/v1"),
        ("openai", "openai", "openai"),
        ("google", "google-ai-studio", "google-ai-studio/v1beta"),
        ("xai", "grok", "grok/v1"),
    };

    public ClientTool Client => ClientTool.OpenCode;

    public string Language => "json";

    public string FileName => "opencode.json";

    public string? Install => "npm install -g opencode-ai";

    public ClientRoute Route(ClientConfigRequest request)
    {
        ModelName? model = request.Model is not null || request.Provider is not null ? RouteModel.Of(request, "openai") : null;
        if (model is { ChoosesItself: true } || s_known.All(k => model is not null && k.Slug != model.Provider!.Slug))
        {
            throw RouteModel.Refuse(
                "OpenCode is set up here for the providers that it knows itself: anthropic, openai, google-ai-studio and grok.",
                "Name one of them with -Provider, or none for all four.");
        }

        return new ClientRoute
        {
            Surface = ProviderSurfaces.Native,
            Address = request.GatewayAddress,
            Model = request.Model is null ? string.Empty : $"{s_known.First(k => k.Slug == model!.Provider!.Slug).Name}/{model!.ForNative()}",
            Provider = model?.Provider,
            Token = request.NeedsToken || request.Credential is not ClientCredential.ProviderKey ? ClientSecrets.GatewayToken : null,
            Key = null,
            MoreVariables = request.Credential is ClientCredential.ProviderKey ? Chosen(model).Select(k => ClientSecrets.KeyOf(ProviderCatalog.Find(k.Slug)!)).ToArray() : [],
        };
    }

    public string Write(ClientRoute route, ClientConfigRequest request)
    {
        (string Name, string Slug, string Path)[] chosen = s_known.Where(k => route.Provider is null || k.Slug == route.Provider.Slug).ToArray();
        Snippet snippet = new Snippet()
            .Line("{")
            .Line("  \"$schema\": \"https://opencode.ai/config.json\",")
            .LineIf(route.Model.Length > 0, $"  \"model\": {Literal.Double(route.Model)},")
            .Line($"  \"enabled_providers\": [{string.Join(", ", chosen.Select(k => Literal.Double(k.Name)))}],")
            .Line("  \"provider\": {");
        for (int i = 0; i < chosen.Length; i++)
        {
            WriteProvider(snippet, chosen[i], route, request, isLast: i == chosen.Length - 1);
        }

        return snippet.Line("  }").Line("}").ToString();
    }

    public IEnumerable<string> Notes(ClientRoute route)
    {
        yield return "OpenCode replaces {env:NAME} when it starts; the file holds no secret and can be checked in.";
        if (route.MoreVariables.Count == 0)
        {
            yield return "Leave apiKey empty: an empty key counts as none, and the gateway adds its own. Any other text would be used as the key.";
        }
    }

    private static IEnumerable<(string Name, string Slug, string Path)> Chosen(ModelName? model) =>
        s_known.Where(k => model is null || k.Slug == model.Provider!.Slug);

    private static void WriteProvider(
        Snippet snippet, (string Name, string Slug, string Path) provider, ClientRoute route, ClientConfigRequest request, bool isLast)
    {
        string key = request.Credential is ClientCredential.ProviderKey
            ? $"{{env:{ClientSecrets.KeyOf(ProviderCatalog.Find(provider.Slug)!).Name}}}"
            : string.Empty;
        snippet
            .Line($"    {Literal.Double(provider.Name)}: {{")
            .Line("      \"options\": {")
            .Line($"        \"baseURL\": {Literal.Double($"{route.Address}/{provider.Path}")},")
            .Line($"        \"apiKey\": {Literal.Double(key)}{(route.Token is null ? string.Empty : ",")}");
        if (route.Token is { } token)
        {
            snippet
                .Line("        \"headers\": {")
                .Line($"          {Literal.Double(ClientRoute.TokenHeader)}: {Literal.Double($"Bearer {{env:{token.Name}}}")}")
                .Line("        }");
        }

        snippet.Line("      }").Line(isLast ? "    }" : "    },");
    }
}
