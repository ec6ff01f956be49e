using System.Collections.Generic;

namespace CloudflareAiGateway;

/// <summary>curl in a shell script. Secrets go through a pipe, as the command line shows in the list of processes.</summary>
internal sealed class CurlTemplate : IClientTemplate
{
    public ClientTool Client => ClientTool.Curl;

    public string Language => "sh";

    public string FileName => "gateway.sh";

    public string? Install => null;

    public ClientRoute Route(ClientConfigRequest request) => OpenAiRoute.Of(request);

    public string Write(ClientRoute route, ClientConfigRequest request)
    {
        Snippet snippet = new Snippet()
            .Line("#!/bin/sh")
            .With(s => ShellText.RequireVariables(s, route.Variables))
            .Line("{")
            .Line($"  printf 'Authorization: Bearer %s\\n' \"${route.Key!.Name}\"")
            .LineIf(route.Token is not null, $"  printf '{ClientRoute.TokenHeader}: Bearer %s\\n' \"${route.Token?.Name}\"")
            .Line("} | curl --silent --show-error --fail-with-body --header @- \\");
        foreach (KeyValuePair<string, string> header in route.Headers)
        {
            snippet.Line($"  --header {Literal.Shell($"{header.Key}: {header.Value}")} \\");
        }

        return snippet
            .Line("  --header 'Content-Type: application/json' \\")
            .Line($"  --data {Literal.Shell(ChatBody.Json(route.Model))} \\")
            .Line($"  {Literal.Shell($"{route.Address}/chat/completions")}")
            .ToString();
    }

    public IEnumerable<string> Notes(ClientRoute route)
    {
        yield return "The secrets reach curl through a pipe (--header @-): on its command line other users of the machine could read them.";
    }
}
