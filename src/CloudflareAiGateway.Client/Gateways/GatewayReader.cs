using System;
using System.Reflection;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace CloudflareAiGateway.Client;

/// <summary>Makes typed gateways, and adds what the API does not send: account and endpoint.</summary>
internal sealed class GatewayReader
{
    // The properties are init-only for users; a delegate made once costs no reflection per row.
    private static readonly Action<AiGateway, string> s_setAccount = Setter<string>(nameof(AiGateway.AccountId));
    private static readonly Action<AiGateway, Uri> s_setEndpoint = Setter<Uri>(nameof(AiGateway.Endpoint));

    private readonly string _gatewayBase;

    /// <summary>Takes the gateway host's address, without a trailing slash.</summary>
    public GatewayReader(string gatewayBase) => _gatewayBase = gatewayBase;

    /// <summary>Reads one document.</summary>
    /// <exception cref="JsonException">A member has a shape that cannot be read.</exception>
    public AiGateway Read(JsonObject document, string accountId) =>
        Complete(document.Deserialize<AiGateway>(WireJson.Options)!, accountId);

    /// <summary>Adds account and endpoint.</summary>
    public AiGateway Complete(AiGateway gateway, string accountId)
    {
        s_setAccount(gateway, accountId);
        s_setEndpoint(gateway, new Uri($"{_gatewayBase}/{Uri.EscapeDataString(accountId)}/{Uri.EscapeDataString(gateway.Id)}"));
        return gateway;
    }

    private static Action<AiGateway, T> Setter<T>(string name) =>
        typeof(AiGateway).GetProperty(name, BindingFlags.Public | BindingFlags.Instance)!.SetMethod!.CreateDelegate<Action<AiGateway, T>>();
}
