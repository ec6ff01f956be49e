using System.Collections.Generic;

namespace CloudflareAiGateway;

/// <summary>Codex, which takes a provider of one's own from a profile.</summary>
internal sealed class CodexTemplate : IClientTemplate
{
    private const string Provider = "cloudflare-ai-gateway";

    /// <summary>Codex sends the variable's value as the header's whole value, so the scheme belongs in the variable.</summary>
    private static readonly ClientVariable s_wholeHeader = new(
        "CF_AIG_AUTHORIZATION", "the word Bearer, a space, and a Cloudflare API token with the permission AI Gateway Run");

    public ClientTool Client => ClientTool.Codex;

    public string Language => "toml";

    public string FileName => "~/.codex/cloudflare-aig.config.toml";

    public string? Install => "npm install -g @openai/codex";

    public ClientRoute Route(ClientConfigRequest request)
    {
        ClientRoute route = NativeRoute.Of(request, "openai", "openai", tokenAsKey: true);
        return new ClientRoute
        {
            Surface = route.Surface,
            Address = route.Address,
            Model = route.Model,
            Provider = route.Provider,
            Key = route.Key,
            Token = route.Token is null ? null : s_wholeHeader,
        };
    }

    public string Write(ClientRoute route, ClientConfigRequest request) => new Snippet()
        .Line($"model_provider = {Literal.Double(Provider)}")
        .Line($"model = {Literal.Double(route.Model)}")
        .Line()
        .Line($"[model_providers.{Provider}]")
        .Line("name = \"Cloudflare AI Gateway\"")
        .Line($"base_url = {Literal.Double(route.Address)}")
        .Line($"env_key = {Literal.Double(route.Key!.Name)}")
        .LineIf(route.Token is not null, $"env_http_headers = {{ {Literal.Double(ClientRoute.TokenHeader)} = {Literal.Double(s_wholeHeader.Name)} }}")
        .Line("wire_api = \"responses\"")
        .ToString();

    public IEnumerable<string> Notes(ClientRoute route) => new[]
    {
        "Start it with: codex --profile cloudflare-aig",
        "Codex speaks the Responses API only, so models of other providers do not work here.",
        "Codex replaces no variables in base_url: account and gateway stand there as they are.",
    };
}
