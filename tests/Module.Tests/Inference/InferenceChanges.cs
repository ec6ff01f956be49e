using System.Collections.Generic;
using CloudflareAiGateway.Module.Tests.Sweeps;

namespace CloudflareAiGateway.Module.Tests.Inference;

public sealed class InferenceChanges : IChanges
{
    public string Prepare => string.Empty;

    public IReadOnlyDictionary<string, string> Calls { get; } = new Dictionary<string, string>
    {
        ["Invoke-AiGatewayChat"] = "'one', 'two' | Invoke-AiGatewayChat prod-api openai/gpt-5-mini -Stream",
        ["Invoke-AiGatewayRequest"] = "Invoke-AiGatewayRequest prod-api openai chat/completions -Body @{ model = 'gpt-5-mini' }",
    };
}
