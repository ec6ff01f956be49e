using System.Collections.Generic;

namespace CloudflareAiGateway;

/// <summary>Invoke-RestMethod in a PowerShell script, for machines without the module.</summary>
internal sealed class PowerShellTemplate : IClientTemplate
{
    public ClientTool Client => ClientTool.PowerShell;

    public string Language => "powershell";

    public string FileName => "Invoke-Gateway.ps1";

    public string? Install => null;

    public ClientRoute Route(ClientConfigRequest request) => OpenAiRoute.Of(request);

    public string Write(ClientRoute route, ClientConfigRequest request) => new Snippet()
        .With(s => RequireVariables(s, route))
        .Line("$request = @{")
        .Line("    Method      = 'Post'")
        .Line($"    Uri         = {Literal.PowerShell($"{route.Address}/chat/completions")}")
        .Line("    ContentType = 'application/json; charset=utf-8'")
        .Line("    Headers     = @{")
        .Line($"        Authorization = \"Bearer $env:{route.Key!.Name}\"")
        .With(s => Headers(s, route))
        .Line("    }")
        .Line("    Body        = @{")
        .Line($"        model    = {Literal.PowerShell(route.Model)}")
        .Line($"        messages = @(@{{ role = 'user'; content = {Literal.PowerShell(Snippet.Prompt)} }})")
        .Line("    } | ConvertTo-Json -Depth 10")
        .Line("}")
        .Line("(Invoke-RestMethod @request).choices[0].message.content")
        .ToString();

    public IEnumerable<string> Notes(ClientRoute route)
    {
        yield return "Where this module is installed, Invoke-AiGatewayChat does the same, with streaming, retries and clear errors.";
    }

    private static void RequireVariables(Snippet snippet, ClientRoute route)
    {
        foreach (ClientVariable variable in route.Variables)
        {
            snippet.Line($"if (-not $env:{variable.Name}) {{ throw {Literal.PowerShell($"Set the environment variable {variable.Name} to {variable.Description}.")} }}");
        }
    }

    private static void Headers(Snippet snippet, ClientRoute route)
    {
        foreach (KeyValuePair<string, string> header in route.Headers)
        {
            snippet.Line($"        {Literal.PowerShell(header.Key)} = {Literal.PowerShell(header.Value)}");
        }

        if (route.Token is { } token)
        {
            snippet.Line($"        {Literal.PowerShell(ClientRoute.TokenHeader)} = \"Bearer $env:{token.Name}\"");
        }
    }
}
