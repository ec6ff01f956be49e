using System.Collections.Generic;

namespace CloudflareAiGateway;

/// <summary>Where an account's logs are kept. The way from AI Gateway to Workers Observability is one-way.</summary>
/// <remarks>The shape of the answer is not documented. Source: <c>aig-config-get-logging-state</c>.</remarks>
public sealed class AiGatewayLoggingState
{
    /// <summary>The account.</summary>
    [NotOnWire]
    public string AccountId { get; init; } = string.Empty;

    /// <summary>Where its logs are kept.</summary>
    [NotOnWire]
    public LoggingPlatform Platform { get; init; }

    /// <summary>Whether the account can be moved; null when the service does not say.</summary>
    [NotOnWire]
    public bool? CanMigrate { get; init; }

    /// <summary>The service's answer as it came, by wire name.</summary>
    public IReadOnlyDictionary<string, object?> AdditionalProperties { get; init; } = new Dictionary<string, object?>();

    /// <summary>The state in one line.</summary>
    /// <returns>Such as <c>Gateway</c>.</returns>
    public override string ToString() => Platform.ToString();
}
