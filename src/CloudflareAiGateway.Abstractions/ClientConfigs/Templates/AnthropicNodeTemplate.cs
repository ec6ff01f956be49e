using System.Collections.Generic;

namespace CloudflareAiGateway;

/// <summary>Anthropic's library for Node.js.</summary>
internal sealed class AnthropicNodeTemplate : IClientTemplate
{
    public ClientTool Client => ClientTool.AnthropicNode;

    public string Language => "javascript";

    public string FileName => "gateway-anthropic.mjs";

    public string? Install => "npm install @anthropic-ai/sdk";

    public ClientRoute Route(ClientConfigRequest request) => AnthropicRoute.Of(request);

    public string Write(ClientRoute route, ClientConfigRequest request)
    {
        bool withToken = ReferenceEquals(route.Key, ClientSecrets.GatewayToken);
        return new Snippet()
            .Line("import Anthropic from \"@anthropic-ai/sdk\";")
            .Line()
            .With(NodeText.SecretFunction)
            .Line()
            .Line("const client = new Anthropic({")
            .Line($"  baseURL: {Literal.Double(route.Address)},")
            .LineIf(withToken, "  apiKey: null, // not the one of ANTHROPIC_API_KEY, should it be set")
            .Line($"  {(withToken ? "authToken" : "apiKey")}: {NodeText.Secret(route.Key!)},")
            .With(s => NodeText.Headers(s, "  ", "defaultHeaders", route))
            .Line("});")
            .Line()
            .Line("const message = await client.messages.create({")
            .Line($"  model: {Literal.Double(route.Model)},")
            .Line("  max_tokens: 256,")
            .Line($"  messages: [{{ role: \"user\", content: {Literal.Double(Snippet.Prompt)} }}],")
            .Line("});")
            .Line("console.log(message.content[0].text);")
            .ToString();
    }

    public IEnumerable<string> Notes(ClientRoute route) => AnthropicRoute.Notes(route);
}
