using System.Collections.Generic;

namespace CloudflareAiGateway;

/// <summary>OpenAI's library for Node.js.</summary>
internal sealed class OpenAiNodeTemplate : IClientTemplate
{
    public ClientTool Client => ClientTool.OpenAINode;

    public string Language => "javascript";

    public string FileName => "gateway-openai.mjs";

    public string? Install => "npm install openai";

    public ClientRoute Route(ClientConfigRequest request) => OpenAiRoute.Of(request);

    public string Write(ClientRoute route, ClientConfigRequest request) => new Snippet()
        .Line("import OpenAI from \"openai\";")
        .Line()
        .With(NodeText.SecretFunction)
        .Line()
        .Line("const client = new OpenAI({")
        .Line($"  baseURL: {Literal.Double(route.Address)},")
        .Line($"  apiKey: {NodeText.Secret(route.Key!)},")
        .With(s => NodeText.Headers(s, "  ", "defaultHeaders", route))
        .Line("});")
        .Line()
        .Line("const completion = await client.chat.completions.create({")
        .Line($"  model: {Literal.Double(route.Model)},")
        .Line($"  messages: [{{ role: \"user\", content: {Literal.Double(Snippet.Prompt)} }}],")
        .Line("});")
        .Line("console.log(completion.choices[0].message.content);")
        .ToString();

    public IEnumerable<string> Notes(ClientRoute route) => OpenAiNotes.Of(route);
}
