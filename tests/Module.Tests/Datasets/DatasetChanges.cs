using System.Collections.Generic;
using CloudflareAiGateway.Module.Tests.Sweeps;

namespace CloudflareAiGateway.Module.Tests.Datasets;

public sealed class DatasetChanges : IChanges
{
    public string Prepare => "New-AiGatewayDataset prod-api failed -Filter @{ Key = 'Success'; Value = $false }";

    public IReadOnlyDictionary<string, string> Calls { get; } = new Dictionary<string, string>
    {
        ["New-AiGatewayDataset"] = "New-AiGatewayDataset prod-api other -Filter @()",
        ["Set-AiGatewayDataset"] = "Get-AiGatewayDataset prod-api | Set-AiGatewayDataset -Enable $false",
        ["Remove-AiGatewayDataset"] = "Get-AiGatewayDataset prod-api | Remove-AiGatewayDataset",
    };
}
