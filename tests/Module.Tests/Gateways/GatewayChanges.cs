using System.Collections.Generic;
using CloudflareAiGateway.Module.Tests.Sweeps;

namespace CloudflareAiGateway.Module.Tests.Gateways;

public sealed class GatewayChanges : IChanges
{
    public string Prepare => string.Empty;

    public IReadOnlyDictionary<string, string> Calls { get; } = new Dictionary<string, string>
    {
        ["New-AiGateway"] = "New-AiGateway other-api",
        ["Set-AiGateway"] = "Set-AiGateway prod-api -CacheTtl 7200",
        ["Remove-AiGateway"] = "Remove-AiGateway prod-api",
    };
}
