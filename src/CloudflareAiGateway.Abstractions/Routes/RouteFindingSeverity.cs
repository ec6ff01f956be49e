namespace CloudflareAiGateway;

/// <summary>How much a finding matters.</summary>
public enum RouteFindingSeverity
{
    /// <summary>The graph works, but perhaps not as it was meant.</summary>
    Warning,

    /// <summary>The graph cannot work; New-AiGatewayRoute and Set-AiGatewayRoute refuse it, unless they are forced.</summary>
    Error,
}
