using System.Collections.Generic;
using CloudflareAiGateway.Module.Tests.Sweeps;

namespace CloudflareAiGateway.Module.Tests.ModelPrices;

public sealed class ModelPriceChanges : IChanges
{
    public string Prepare => "New-AiGatewayCustomProvider example-llm https://llm.example.com | New-AiGatewayModelPrice -Model big -InputPerMillion 2.50";

    public IReadOnlyDictionary<string, string> Calls { get; } = new Dictionary<string, string>
    {
        ["New-AiGatewayModelPrice"] = "New-AiGatewayModelPrice example-llm small -InputPerMillion 1",
        ["Set-AiGatewayModelPrice"] = "Set-AiGatewayModelPrice example-llm big -InputPerMillion 3",
        ["Remove-AiGatewayModelPrice"] = "Remove-AiGatewayModelPrice example-llm big",
    };
}
