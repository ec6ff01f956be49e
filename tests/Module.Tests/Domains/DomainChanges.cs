using System.Collections.Generic;
using CloudflareAiGateway.Module.Tests.Sweeps;

namespace CloudflareAiGateway.Module.Tests.Domains;

public sealed class DomainChanges : IChanges
{
    public string Prepare => "New-AiGatewayDomain prod-api ai.example.com d56084adb405e0b7e32c52321bf07be6";

    public IReadOnlyDictionary<string, string> Calls { get; } = new Dictionary<string, string>
    {
        ["New-AiGatewayDomain"] = "New-AiGatewayDomain prod-api llm.example.com d56084adb405e0b7e32c52321bf07be6 -Wait",
        ["Remove-AiGatewayDomain"] = "Remove-AiGatewayDomain prod-api ai.example.com",
    };
}
