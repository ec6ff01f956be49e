using System.Collections.Generic;
using System.Linq;

namespace CloudflareAiGateway;

/// <summary>The clients that the module can write settings for.</summary>
internal static class ClientTemplates
{
    private static readonly Dictionary<ClientTool, IClientTemplate> s_templates = new IClientTemplate[]
    {
        new OpenAiPythonTemplate(),
        new OpenAiNodeTemplate(),
        new AnthropicPythonTemplate(),
        new AnthropicNodeTemplate(),
        new ClaudeCodeTemplate(),
        new CodexTemplate(),
        new OpenCodeTemplate(),
        new LiteLlmTemplate(),
        new LangChainTemplate(),
        new VercelAiTemplate(),
        new GoogleGenAiTemplate(),
        new CurlTemplate(),
        new PowerShellTemplate(),
    }.ToDictionary(t => t.Client);

    /// <summary>The template of a client.</summary>
    public static IClientTemplate Of(ClientTool client) => s_templates[client];

    /// <summary>Writes the settings that are asked for.</summary>
    /// <exception cref="AiGatewayException">Rejected: the client cannot reach that model in that way.</exception>
    public static AiGatewayClientConfig Write(ClientConfigRequest request)
    {
        IClientTemplate template = Of(request.Client);
        ClientRoute route = template.Route(request);
        return new AiGatewayClientConfig
        {
            Client = request.Client,
            Language = template.Language,
            Text = template.Write(route, request),
            FileName = template.FileName,
            Install = template.Install,
            Environment = route.Variables.ToArray(),
            Notes = template.Notes(route).Concat(RouteNotes.Of(route, request)).ToArray(),
            Warnings = GatewayWarnings.Of(route, request).ToArray(),
            Provider = route.Provider?.Slug,
            Model = route.Model.Length == 0 ? null : route.Model,
            CredentialSource = request.Credential,
            Surface = route.Surface,
            GatewayId = request.GatewayId,
            AccountId = request.AccountId,
        };
    }
}
