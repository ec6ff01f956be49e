using System.Text.Json;

namespace CloudflareAiGateway.Emulator;

/// <summary>The body of <c>POST /_emulator/gateways</c>: one gateway, or several.</summary>
internal sealed class GatewaySeedRequest
{
    public string AccountId { get; init; } = EmulatorOptions.DefaultAccountId;

    public JsonElement? Gateway { get; init; }

    public JsonElement? Gateways { get; init; }
}
