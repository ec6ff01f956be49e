namespace CloudflareAiGateway.Client;

/// <summary>The state of a payment on the wire.</summary>
internal sealed class TopUpStatusAnswer
{
    /// <summary>The state.</summary>
    public TopUpStatus? Status { get; init; }
}
