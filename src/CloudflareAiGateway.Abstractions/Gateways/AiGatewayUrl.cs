using System;

namespace CloudflareAiGateway;

/// <summary>The address under which a gateway takes the calls for one provider. It reads as its address, also inside a text.</summary>
/// <remarks>Source: <c>aig-config-get-gateway-url</c>.</remarks>
public sealed class AiGatewayUrl
{
    /// <summary>The address, to which the provider's own paths are appended.</summary>
    public Uri Url { get; init; } = null!;

    /// <summary>The provider; <c>universal</c> for the gateway's base address.</summary>
    public string Provider { get; init; } = string.Empty;

    /// <summary>The gateway.</summary>
    public string GatewayId { get; init; } = string.Empty;

    /// <summary>The account that the gateway belongs to.</summary>
    public string AccountId { get; init; } = string.Empty;

    /// <summary>The address, so that it can stand where an address is wanted.</summary>
    /// <param name="url">The object; null gives null.</param>
    public static implicit operator Uri?(AiGatewayUrl? url) => url?.Url;

    /// <summary>The address.</summary>
    /// <returns><see cref="Url"/>.</returns>
    public Uri ToUri() => Url;

    /// <summary>The address as text.</summary>
    /// <returns>Such as <c>https://gateway.ai.cloudflare.com/v1/0123…/prod-api/openai</c>.</returns>
    public override string ToString() => Url?.OriginalString ?? string.Empty;
}
