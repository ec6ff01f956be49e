using System.Collections.Generic;

namespace CloudflareAiGateway;

/// <summary>Anthropic's library for Python.</summary>
internal sealed class AnthropicPythonTemplate : IClientTemplate
{
    public ClientTool Client => ClientTool.AnthropicPython;

    public string Language => "python";

    public string FileName => "gateway_anthropic.py";

    public string? Install => "pip install anthropic";

    public ClientRoute Route(ClientConfigRequest request) => AnthropicRoute.Of(request);

    public string Write(ClientRoute route, ClientConfigRequest request)
    {
        bool withToken = ReferenceEquals(route.Key, ClientSecrets.GatewayToken);
        return new Snippet()
            .Line("import os")
            .Line()
            .Line("from anthropic import Anthropic")
            .Line()
            .Line("client = Anthropic(")
            .Line($"    base_url={Literal.Double(route.Address)},")
            .Line($"    {(withToken ? "auth_token" : "api_key")}={PythonText.Secret(route.Key!)},")
            .With(s => PythonText.Headers(s, "default_headers", route))
            .Line(")")
            .LineIf(withToken, "client.api_key = None  # not the one of ANTHROPIC_API_KEY, should it be set")
            .Line()
            .Line("message = client.messages.create(")
            .Line($"    model={Literal.Double(route.Model)},")
            .Line("    max_tokens=256,")
            .Line($"    messages=[{{\"role\": \"user\", \"content\": {Literal.Double(Snippet.Prompt)}}}],")
            .Line(")")
            .Line("print(message.content[0].text)")
            .ToString();
    }

    public IEnumerable<string> Notes(ClientRoute route) => AnthropicRoute.Notes(route);
}
