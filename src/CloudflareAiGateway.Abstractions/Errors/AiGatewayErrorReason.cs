namespace CloudflareAiGateway;

/// <summary>
/// Why a call through a gateway failed, where <see cref="AiGatewayErrorKind"/> does not say enough: who refused it, the gateway or the
/// provider behind it, and what for.
/// </summary>
public enum AiGatewayErrorReason
{
    /// <summary>Nothing more than the kind says.</summary>
    None,

    /// <summary>The model's name cannot be used: no provider, an unknown one, or one that the surface does not take.</summary>
    InvalidModel,

    /// <summary>There is no provider of that name, or gateways have no path for it.</summary>
    InvalidProvider,

    /// <summary>The prompt, a message, a tool or the form of the answer makes no sense.</summary>
    InvalidPrompt,

    /// <summary>What was asked of the gateway breaks its limits.</summary>
    InvalidCallOption,

    /// <summary>The credentials do not go together, or not with the surface.</summary>
    InvalidCredential,

    /// <summary>The body is not the JSON that it should be.</summary>
    InvalidBody,

    /// <summary>The path leads elsewhere.</summary>
    InvalidPath,

    /// <summary>A header that cannot be sent, or that holds a secret as plain text.</summary>
    InvalidHeader,

    /// <summary>The file for the answer cannot be written.</summary>
    OutFileFailed,

    /// <summary>The gateway, or the provider, knows no such model (404, 7003).</summary>
    ModelNotFound,

    /// <summary>The gateway found no key for the provider (400, 2040, or nothing but Unified Billing when that is forbidden).</summary>
    ProviderKeyMissing,

    /// <summary>No credits, or the model cannot be paid with credits (402, 2021).</summary>
    CreditsMissing,

    /// <summary>Guardrails blocked the prompt (2016).</summary>
    PromptBlocked,

    /// <summary>Guardrails blocked the answer (2017).</summary>
    AnswerBlocked,

    /// <summary>Data loss prevention blocked the prompt or the answer (2029, 2030).</summary>
    DlpBlocked,

    /// <summary>Guardrails could not look at the call (503, 7013).</summary>
    GuardrailsUnavailable,

    /// <summary>A policy of the gateway denies the call (403).</summary>
    PolicyDenied,

    /// <summary>The gateway's limit of calls is reached (429, 2003).</summary>
    GatewayRateLimited,

    /// <summary>A spend limit of the gateway is reached (429, 2045, or a policy's cap).</summary>
    SpendLimited,

    /// <summary>The provider did not accept the key that it was called with (401, 403 from the provider).</summary>
    ProviderUnauthorized,

    /// <summary>The provider's own limit is reached (429 from the provider).</summary>
    ProviderRateLimited,

    /// <summary>The provider refused the input (another 4xx from the provider).</summary>
    ProviderRejected,

    /// <summary>The provider failed or did not answer (5xx from the provider, 2005).</summary>
    ProviderFailed,

    /// <summary>The stream broke, or the provider ended it with an error; what came before was handed on.</summary>
    StreamBroken,
}
