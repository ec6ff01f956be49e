using System.Collections.Generic;

namespace CloudflareAiGateway;

/// <summary>OpenAI's library for Python.</summary>
internal sealed class OpenAiPythonTemplate : IClientTemplate
{
    public ClientTool Client => ClientTool.OpenAIPython;

    public string Language => "python";

    public string FileName => "gateway_openai.py";

    public string? Install => "pip install openai";

    public ClientRoute Route(ClientConfigRequest request) => OpenAiRoute.Of(request);

    public string Write(ClientRoute route, ClientConfigRequest request) => new Snippet()
        .Line("import os")
        .Line()
        .Line("from openai import OpenAI")
        .Line()
        .Line("client = OpenAI(")
        .Line($"    base_url={Literal.Double(route.Address)},")
        .Line($"    api_key={PythonText.Secret(route.Key!)},")
        .With(s => PythonText.Headers(s, "default_headers", route))
        .Line(")")
        .Line()
        .Line("completion = client.chat.completions.create(")
        .Line($"    model={Literal.Double(route.Model)},")
        .Line($"    messages=[{{\"role\": \"user\", \"content\": {Literal.Double(Snippet.Prompt)}}}],")
        .Line(")")
        .Line("print(completion.choices[0].message.content)")
        .ToString();

    public IEnumerable<string> Notes(ClientRoute route) => OpenAiNotes.Of(route);
}
