namespace CloudflareAiGateway;

/// <summary>What a wrangler file shall say of a gateway.</summary>
internal sealed class WranglerSettings
{
    /// <summary>The gateway's name.</summary>
    public string GatewayId { get; init; } = string.Empty;

    /// <summary>The binding's name; null to keep the one that is there.</summary>
    public string? Binding { get; init; }

    /// <summary>The variable that holds the gateway's name.</summary>
    public string Variable { get; init; } = string.Empty;

    /// <summary>The named environment; null for the top level.</summary>
    public string? Environment { get; init; }
}
