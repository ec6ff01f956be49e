using System.Collections.Generic;
using CloudflareAiGateway.Module.Tests.Sweeps;

namespace CloudflareAiGateway.Module.Tests.CustomProviders;

public sealed class CustomProviderChanges : IChanges
{
    public string Prepare => "New-AiGatewayCustomProvider example-llm https://llm.example.com";

    public IReadOnlyDictionary<string, string> Calls { get; } = new Dictionary<string, string>
    {
        ["New-AiGatewayCustomProvider"] = "New-AiGatewayCustomProvider other-llm https://other.example.com",
        ["Set-AiGatewayCustomProvider"] = "Set-AiGatewayCustomProvider example-llm -Enable $false",
        ["Remove-AiGatewayCustomProvider"] = "Remove-AiGatewayCustomProvider example-llm",
    };
}
