namespace CloudflareAiGateway;

/// <summary>A body of a logged call.</summary>
/// <remarks>Source: <c>aig-config-get-gateway-log-request</c>, <c>aig-config-get-gateway-log-response</c>.</remarks>
public sealed class AiGatewayLogPayload
{
    /// <summary>The row's id.</summary>
    public string LogId { get; init; } = string.Empty;

    /// <summary>The account.</summary>
    public string AccountId { get; init; } = string.Empty;

    /// <summary>The gateway.</summary>
    public string GatewayId { get; init; } = string.Empty;

    /// <summary><c>Request</c> or <c>Response</c>.</summary>
    public string Kind { get; init; } = string.Empty;

    /// <summary>The content type; null when not said.</summary>
    public string? ContentType { get; init; }

    /// <summary>The body as text.</summary>
    public string Text { get; init; } = string.Empty;

    /// <summary>The body as objects when it is JSON: dictionaries, arrays, texts, numbers, flags; otherwise null.</summary>
    public object? Content { get; init; }

    /// <summary>The body's text.</summary>
    /// <returns><see cref="Text"/>.</returns>
    public override string ToString() => Text;
}
