namespace CloudflareAiGateway;

/// <summary>The way that a call takes to a model.</summary>
public enum InferenceSurface
{
    /// <summary>The AI REST API of the account: <c>/accounts/{account}/ai/v1/chat/completions</c> with the header <c>cf-aig-gateway-id</c>.</summary>
    Rest,

    /// <summary>The OpenAI-compatible path of the gateway host: <c>/v1/{account}/{gateway}/compat/chat/completions</c>.</summary>
    Compat,

    /// <summary>The provider's own API below the gateway: <c>/v1/{account}/{gateway}/{provider}/…</c>.</summary>
    Native,
}
