namespace CloudflareAiGateway.Client;

/// <summary>How a request ended.</summary>
/// <param name="Reply">The answer; null when none came.</param>
/// <param name="Error">The failure; null on success.</param>
/// <param name="IsAmbiguous">Whether the failure leaves open that the service acted.</param>
internal sealed record ApiOutcome(ApiReply? Reply, AiGatewayException? Error, bool IsAmbiguous);
