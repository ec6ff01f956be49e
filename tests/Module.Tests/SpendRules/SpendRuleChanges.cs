using System.Collections.Generic;
using CloudflareAiGateway.Module.Tests.Sweeps;

namespace CloudflareAiGateway.Module.Tests.SpendRules;

public sealed class SpendRuleChanges : IChanges
{
    public string Prepare => "New-AiGatewaySpendRule prod-api 25 day -RuleId daily";

    public IReadOnlyDictionary<string, string> Calls { get; } = new Dictionary<string, string>
    {
        ["New-AiGatewaySpendRule"] = "New-AiGatewaySpendRule prod-api 5 hour",
        ["Set-AiGatewaySpendRule"] = "Get-AiGatewaySpendRule prod-api | Set-AiGatewaySpendRule -Limit 50",
        ["Remove-AiGatewaySpendRule"] = "Get-AiGatewaySpendRule prod-api | Remove-AiGatewaySpendRule",
    };
}
