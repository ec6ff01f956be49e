using System.Collections.Generic;
using System.Linq;

namespace CloudflareAiGateway;

/// <summary>LangChain for Python, by its class for OpenAI.</summary>
internal sealed class LangChainTemplate : IClientTemplate
{
    public ClientTool Client => ClientTool.LangChain;

    public string Language => "python";

    public string FileName => "gateway_langchain.py";

    public string? Install => "pip install langchain-openai";

    public ClientRoute Route(ClientConfigRequest request) => OpenAiRoute.Of(request);

    public string Write(ClientRoute route, ClientConfigRequest request) => new Snippet()
        .Line("import os")
        .Line()
        .Line("from langchain_openai import ChatOpenAI")
        .Line()
        .Line("model = ChatOpenAI(")
        .Line($"    model={Literal.Double(route.Model)},")
        .Line($"    base_url={Literal.Double(route.Address)},")
        .Line($"    api_key={PythonText.Secret(route.Key!)},")
        .With(s => PythonText.Headers(s, "default_headers", route))
        .Line(")")
        .Line()
        .Line($"print(model.invoke({Literal.Double(Snippet.Prompt)}).content)")
        .ToString();

    public IEnumerable<string> Notes(ClientRoute route) => OpenAiNotes.Of(route).Append(
        "The package langchain-cloudflare has a class of its own, ChatCloudflareWorkersAI(ai_gateway=…); for dynamic routes it needs endpoint_format=\"openai_compatible\".");
}
