using System.Collections.Generic;
using CloudflareAiGateway.Module.Tests.Sweeps;

namespace CloudflareAiGateway.Module.Tests.SecretsStore;

public sealed class SecretChanges : IChanges
{
    private const string Value = "(ConvertTo-SecureString 'sk-0123456789' -AsPlainText -Force)";

    public string Prepare => $"New-AiGatewaySecretStore; New-AiGatewaySecret one -Value {Value}; New-AiGatewaySecret two -Value {Value}";

    public IReadOnlyDictionary<string, string> Calls { get; } = new Dictionary<string, string>
    {
        ["New-AiGatewaySecretStore"] = "New-AiGatewaySecretStore second",
        ["Remove-AiGatewaySecretStore"] = "Remove-AiGatewaySecretStore default_secrets_store -Force",
        ["New-AiGatewaySecret"] = $"New-AiGatewaySecret three -Value {Value}",
        ["Set-AiGatewaySecret"] = $"Set-AiGatewaySecret one -Value {Value} -Comment x",
        ["Copy-AiGatewaySecret"] = "Copy-AiGatewaySecret one four",
        ["Remove-AiGatewaySecret"] = "Get-AiGatewaySecret | Remove-AiGatewaySecret",
    };
}
