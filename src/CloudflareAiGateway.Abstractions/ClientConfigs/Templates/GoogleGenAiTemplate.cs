using System.Collections.Generic;

namespace CloudflareAiGateway;

/// <summary>Google's Gen AI library for Node.js.</summary>
internal sealed class GoogleGenAiTemplate : IClientTemplate
{
    private const string Slug = "google-ai-studio";

    public ClientTool Client => ClientTool.GoogleGenAI;

    public string Language => "javascript";

    public string FileName => "gateway-genai.mjs";

    public string? Install => "npm install @google/genai";

    public ClientRoute Route(ClientConfigRequest request) => NativeRoute.Of(request, Slug, Slug, tokenAsKey: false);

    public string Write(ClientRoute route, ClientConfigRequest request) => new Snippet()
        .Line("import { GoogleGenAI } from \"@google/genai\";")
        .Line()
        .With(s => WriteSecretFunction(s, route))
        .Line("const client = new GoogleGenAI({")
        .LineIf(route.Key is not null, $"  apiKey: {(route.Key is { } key ? NodeText.Secret(key) : string.Empty)},")
        .LineIf(route.Key is null, "  apiKey: \"\", // the gateway adds the key")
        .Line("  httpOptions: {")
        .Line($"    baseUrl: {Literal.Double(route.Address)},")
        .With(s => NodeText.Headers(s, "    ", "headers", route))
        .Line("  },")
        .Line("});")
        .Line()
        .Line("const response = await client.models.generateContent({")
        .Line($"  model: {Literal.Double(route.Model)},")
        .Line($"  contents: {Literal.Double(Snippet.Prompt)},")
        .Line("});")
        .Line("console.log(response.text);")
        .ToString();

    public IEnumerable<string> Notes(ClientRoute route)
    {
        yield return "The slug is google-ai-studio, not google, and the base address ends with it: the library appends /v1beta/models/… itself.";
        if (route.Key is null)
        {
            yield return "The empty apiKey keeps the library from reading GEMINI_API_KEY or GOOGLE_API_KEY; an empty header counts as none. The library's own warning about it can be ignored.";
        }
    }

    private static void WriteSecretFunction(Snippet snippet, ClientRoute route)
    {
        if (route.Key is not null || route.Token is not null)
        {
            NodeText.SecretFunction(snippet);
            snippet.Line();
        }
    }
}
