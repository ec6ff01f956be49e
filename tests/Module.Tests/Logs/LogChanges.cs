using System.Collections.Generic;
using CloudflareAiGateway.Module.Tests.Sweeps;

namespace CloudflareAiGateway.Module.Tests.Logs;

public sealed class LogChanges : IChanges
{
    public string Prepare => string.Empty;

    public IReadOnlyDictionary<string, string> Calls { get; } = new Dictionary<string, string>
    {
        ["Set-AiGatewayLog"] = "Get-AiGatewayLog prod-api -First 1 | Set-AiGatewayLog -Score 5",
        ["Remove-AiGatewayLog"] = "Remove-AiGatewayLog prod-api -All",
        ["Export-AiGatewayLog"] = "Export-AiGatewayLog prod-api -Path ([System.IO.Path]::GetTempFileName() + '.ndjson')",
    };
}
