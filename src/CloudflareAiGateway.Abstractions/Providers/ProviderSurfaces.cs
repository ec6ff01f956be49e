using System;

namespace CloudflareAiGateway;

/// <summary>The ways in which a provider's models are called through a gateway.</summary>
[Flags]
public enum ProviderSurfaces
{
    /// <summary>None is known.</summary>
    None = 0,

    /// <summary>The provider's own API below the gateway: <c>/v1/{account}/{gateway}/{slug}/…</c>.</summary>
    Native = 1,

    /// <summary>The OpenAI-compatible path of the gateway host: <c>/v1/{account}/{gateway}/compat/chat/completions</c>.</summary>
    Compat = 2,

    /// <summary>The AI REST API of the account: <c>/accounts/{account}/ai/…</c> with the header <c>cf-aig-gateway-id</c>.</summary>
    Rest = 4,

    /// <summary>A step of the universal endpoint, or of the Workers binding.</summary>
    Universal = 8,
}
