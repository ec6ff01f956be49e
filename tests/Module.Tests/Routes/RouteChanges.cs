using System.Collections.Generic;
using CloudflareAiGateway.Module.Tests.Sweeps;

namespace CloudflareAiGateway.Module.Tests.Routes;

public sealed class RouteChanges : IChanges
{
    /// <summary>A route with a second version deployed and a third one saved.</summary>
    public string Prepare => RouteScripts.Functions + """

        New-AiGatewayRoute prod-api support (Get-Graph) | Out-Null
        Set-AiGatewayRoute prod-api support -Element (Get-Graph gpt-4.1) -Publish
        Set-AiGatewayRoute prod-api support -Element (Get-Graph gpt-4.1-mini)
        """;

    public IReadOnlyDictionary<string, string> Calls { get; } = new Dictionary<string, string>
    {
        ["New-AiGatewayRoute"] = "Get-AiGatewayRoute prod-api support | New-AiGatewayRoute -Name other",
        ["Set-AiGatewayRoute"] = "Set-AiGatewayRoute prod-api support -NewName helpdesk -Element '[{\"id\":\"start\",\"type\":\"start\",\"outputs\":{\"next\":\"end\"}},{\"id\":\"end\",\"type\":\"end\"}]' -Publish",
        ["Remove-AiGatewayRoute"] = "Remove-AiGatewayRoute prod-api support",
        ["Publish-AiGatewayRoute"] = "Publish-AiGatewayRoute prod-api support",
        ["Restore-AiGatewayRoute"] = "Restore-AiGatewayRoute prod-api support",
    };
}
