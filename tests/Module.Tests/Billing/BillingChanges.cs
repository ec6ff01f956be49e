using System.Collections.Generic;
using CloudflareAiGateway.Module.Tests.Sweeps;

namespace CloudflareAiGateway.Module.Tests.Billing;

public sealed class BillingChanges : IChanges
{
    public string? Behaviour => """{"tokens_manage_billing":true,"payment_seconds":0}""";

    public string Prepare => "Add-AiGatewayCredit 25 -Confirm:$false; Set-AiGatewayAutoTopUp 50 5 -Confirm:$false; Set-AiGatewaySpendingLimit 10 Monthly";

    public IReadOnlyDictionary<string, string> Calls { get; } = new Dictionary<string, string>
    {
        ["Add-AiGatewayCredit"] = "Add-AiGatewayCredit 25",
        ["Set-AiGatewayAutoTopUp"] = "Set-AiGatewayAutoTopUp -Amount 100",
        ["Remove-AiGatewayAutoTopUp"] = "Remove-AiGatewayAutoTopUp",
        ["Set-AiGatewaySpendingLimit"] = "Set-AiGatewaySpendingLimit 20 Daily",
        ["Remove-AiGatewaySpendingLimit"] = "Remove-AiGatewaySpendingLimit",
    };
}
