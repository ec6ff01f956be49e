using System.Collections.Generic;
using System.Linq;

namespace CloudflareAiGateway;

/// <summary>Claude Code, which reads everything from the environment.</summary>
internal sealed class ClaudeCodeTemplate : IClientTemplate
{
    private static readonly string[] s_notes =
    {
        "In PowerShell set the same variables with $env:NAME = '…'. In the env block of Claude Code's settings.json no variable is replaced, so a secret would stand there in the clear.",
        "Further headers, such as cf-aig-metadata, follow in ANTHROPIC_CUSTOM_HEADERS, one a line.",
    };

    public ClientTool Client => ClientTool.ClaudeCode;

    public string Language => "sh";

    public string FileName => "claude-gateway.sh";

    public string? Install => "npm install -g @anthropic-ai/claude-code";

    public ClientRoute Route(ClientConfigRequest request) => AnthropicRoute.Of(request);

    public string Write(ClientRoute route, ClientConfigRequest request)
    {
        bool withToken = ReferenceEquals(route.Key, ClientSecrets.GatewayToken);
        return new Snippet()
            .Line("#!/bin/sh")
            .With(s => ShellText.RequireVariables(s, route.Variables))
            .Line($"export ANTHROPIC_BASE_URL={Literal.Shell(route.Address)}")
            .LineIf(withToken, $"export ANTHROPIC_AUTH_TOKEN=\"${route.Key!.Name}\"")
            .LineIf(withToken, "unset ANTHROPIC_API_KEY")
            .LineIf(!withToken, $"export {route.Key!.Name}")
            .LineIf(!withToken, "unset ANTHROPIC_AUTH_TOKEN")
            .With(s => CustomHeaders(s, route))
            .LineIf(request.Model is not null, $"export ANTHROPIC_MODEL={Literal.Shell(route.Model)}")
            .Line("exec claude \"$@\"")
            .ToString();
    }

    public IEnumerable<string> Notes(ClientRoute route) => AnthropicRoute.Notes(route).Concat(s_notes);

    private static void CustomHeaders(Snippet snippet, ClientRoute route)
    {
        if (route.Token is { } token)
        {
            snippet.Line($"export ANTHROPIC_CUSTOM_HEADERS=\"{ClientRoute.TokenHeader}: Bearer ${token.Name}\"");
        }
    }
}
