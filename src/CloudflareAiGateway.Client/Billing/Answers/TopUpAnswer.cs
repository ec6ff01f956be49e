using System.Collections.Generic;
using System.Security;

namespace CloudflareAiGateway.Client;

/// <summary>A top-up on the wire.</summary>
internal sealed class TopUpAnswer
{
    /// <summary>What confirms the payment in a browser; never shown.</summary>
    public SecureString? ClientSecret { get; init; }

    /// <summary>The payment's id, which is that of its invoice.</summary>
    public string? PaymentIntentId { get; init; }

    /// <summary>The card's brand.</summary>
    public string? Brand { get; init; }

    /// <summary>The card's last digits.</summary>
    public string? Last4 { get; init; }

    /// <summary>All other members.</summary>
    public IReadOnlyDictionary<string, object?> AdditionalProperties { get; init; } = new Dictionary<string, object?>();
}
