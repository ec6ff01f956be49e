using System.Collections.Generic;
using CloudflareAiGateway.Module.Tests.Sweeps;

namespace CloudflareAiGateway.Module.Tests.ProviderKeys;

public sealed class ProviderKeyChanges : IChanges
{
    private const string Value = "(ConvertTo-SecureString 'sk-0123456789' -AsPlainText -Force)";

    public string Prepare => $"New-AiGatewayProviderKey prod-api openai -ApiKey {Value}";

    public IReadOnlyDictionary<string, string> Calls { get; } = new Dictionary<string, string>
    {
        ["New-AiGatewayProviderKey"] = $"New-AiGatewayProviderKey prod-api anthropic -ApiKey {Value}",
        ["Set-AiGatewayProviderKey"] = $"Set-AiGatewayProviderKey prod-api openai -ApiKey {Value}",
        ["Remove-AiGatewayProviderKey"] = "Remove-AiGatewayProviderKey prod-api openai -RemoveSecret",
    };
}
