namespace CloudflareAiGateway.Client;

/// <summary>Which of the two hosts a request goes to.</summary>
internal enum ApiHost
{
    /// <summary>The management API: bearer token, counted against the token's quota.</summary>
    Api,

    /// <summary>The gateway host: its own token header, its own error envelope, not counted.</summary>
    Gateway,
}
