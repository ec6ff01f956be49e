using System.Collections.Generic;
using System.Linq;

namespace CloudflareAiGateway;

/// <summary>LiteLLM for Python.</summary>
internal sealed class LiteLlmTemplate : IClientTemplate
{
    private static readonly string[] s_notes =
    {
        "LiteLLM takes the first part of the model off, so it stands there twice where the gateway wants a prefix, too: openai/openai/….",
        "In the proxy's config.yaml the same settings are api_base, api_key: os.environ/NAME and extra_headers under litellm_params.",
    };

    public ClientTool Client => ClientTool.LiteLLM;

    public string Language => "python";

    public string FileName => "gateway_litellm.py";

    public string? Install => "pip install litellm";

    public ClientRoute Route(ClientConfigRequest request) => OpenAiRoute.Of(request);

    public string Write(ClientRoute route, ClientConfigRequest request) => new Snippet()
        .Line("import os")
        .Line()
        .Line("import litellm")
        .Line()
        .Line("response = litellm.completion(")
        .Line($"    model={Literal.Double("openai/" + route.Model)},  # openai/ names the language to LiteLLM; the rest goes to the gateway")
        .Line($"    api_base={Literal.Double(route.Address)},")
        .Line($"    api_key={PythonText.Secret(route.Key!)},")
        .With(s => PythonText.Headers(s, "extra_headers", route))
        .Line($"    messages=[{{\"role\": \"user\", \"content\": {Literal.Double(Snippet.Prompt)}}}],")
        .Line(")")
        .Line("print(response.choices[0].message.content)")
        .ToString();

    public IEnumerable<string> Notes(ClientRoute route) => OpenAiNotes.Of(route).Concat(s_notes);
}
