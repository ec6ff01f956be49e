using System.Collections.Generic;

namespace CloudflareAiGateway;

/// <summary>Vercel's AI SDK for Node.js, by its package for OpenAI.</summary>
internal sealed class VercelAiTemplate : IClientTemplate
{
    public ClientTool Client => ClientTool.VercelAI;

    public string Language => "javascript";

    public string FileName => "gateway-ai-sdk.mjs";

    public string? Install => "npm install ai @ai-sdk/openai";

    public ClientRoute Route(ClientConfigRequest request) => OpenAiRoute.Of(request);

    public string Write(ClientRoute route, ClientConfigRequest request) => new Snippet()
        .Line("import { createOpenAI } from \"@ai-sdk/openai\";")
        .Line("import { generateText } from \"ai\";")
        .Line()
        .With(NodeText.SecretFunction)
        .Line()
        .Line("const gateway = createOpenAI({")
        .Line($"  baseURL: {Literal.Double(route.Address)},")
        .Line($"  apiKey: {NodeText.Secret(route.Key!)},")
        .With(s => NodeText.Headers(s, "  ", "headers", route))
        .Line("});")
        .Line()
        .Line("const { text } = await generateText({")
        .Line($"  model: gateway.chat({Literal.Double(route.Model)}),")
        .Line($"  prompt: {Literal.Double(Snippet.Prompt)},")
        .Line("});")
        .Line("console.log(text);")
        .ToString();

    public IEnumerable<string> Notes(ClientRoute route)
    {
        yield return "Keep .chat(…): without it the SDK calls the Responses API, which the compat path and most providers do not have.";
        yield return "The SDK throws when it finds no apiKey, even where the gateway adds one; here the Cloudflare token takes that place.";
        yield return "The package ai-gateway-provider tries several models in turn (createAiGateway({ accountId, gateway, apiKey })), by the universal endpoint of the public host.";
    }
}
