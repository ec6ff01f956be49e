using System.Collections.Generic;

namespace CloudflareAiGateway.Client;

/// <summary>What to do about a failed call, in plain words.</summary>
internal static class CallAdvice
{
    /// <summary>The advice where it is Unified Billing that limits calls, not the gateway's settings.</summary>
    public const string ForBillingRate = "Unified Billing lets 200 calls a minute through each gateway: send fewer at once, or use a key of the provider, stored or with -ProviderKey.";

    /// <summary>The advice where the REST API turned the token away: the gateway host wants another permission, and takes most models too.</summary>
    public static string ForApiToken(ApiRequest request, IReadOnlyList<ApiError> errors) =>
        $"{Advice.For(AiGatewayErrorKind.Unauthorized, request, errors, null)} A token with '{PermissionNames.Run}' calls the gateway host: -Surface Native, or Compat.";

    /// <summary>The advice for a reason.</summary>
    /// <returns>Null for the general advice of the kind.</returns>
    public static string? For(AiGatewayErrorReason reason, CallTarget target) => reason switch
    {
        AiGatewayErrorReason.InvalidModel when target.Provider is string custom && ProviderCatalog.IsCustom(custom) =>
            $"Check that the account has the custom provider, and that it is switched on: Get-AiGatewayCustomProvider '{custom[ProviderCatalog.CustomPrefix.Length..]}'.",
        AiGatewayErrorReason.InvalidModel => "Write the model with its provider, such as openai/gpt-5-mini; Get-AiGatewayProvider shows the prefix of each provider.",
        AiGatewayErrorReason.ModelNotFound => Unknown(target),
        AiGatewayErrorReason.ProviderKeyMissing => target.Alias is null
            ? $"Store a key of {target.Provider ?? "the provider"} in gateway '{target.Gateway}', or give one with -ProviderKey. Without -NoUnifiedBilling, and where the gateway's ByokOnly is off, credits would pay."
            : $"Gateway '{target.Gateway}' has no key under the alias '{target.Alias}': check the alias, which is case-sensitive, or leave -ByokAlias out.",
        AiGatewayErrorReason.CreditsMissing => "Store a key of the provider in the gateway, or give one with -ProviderKey; where credits can pay for the model, buy some in the dashboard (AI > AI Gateway > Credits).",
        AiGatewayErrorReason.PromptBlocked or AiGatewayErrorReason.AnswerBlocked => $"Look at the call in the log, and at the gateway's settings: (Get-AiGateway '{target.Gateway}').Guardrails.",
        AiGatewayErrorReason.DlpBlocked => $"Look at the call in the log, and at the gateway's settings: (Get-AiGateway '{target.Gateway}').Dlp. The header cf-aig-dlp names profile and entry.",
        AiGatewayErrorReason.GuardrailsUnavailable => "Try again later: while a rule says Block, nothing passes that was not looked at.",
        AiGatewayErrorReason.PolicyDenied => "The first policy of a gateway denies whatever no policy allows. Ask whoever keeps the gateway's policies.",
        AiGatewayErrorReason.GatewayRateLimited => $"Send fewer calls at once, or raise the limit: Set-AiGateway '{target.Gateway}' -RateLimitingLimit. The gateway does not say when to come back.",
        AiGatewayErrorReason.SpendLimited => $"Wait for the limit's window to end, or raise it: Get-AiGatewaySpendRule '{target.Gateway}' shows the rules, Set-AiGatewaySpendRule changes one.",
        AiGatewayErrorReason.ProviderUnauthorized => target.HasProviderKey
            ? "Check the key that was given: the right provider's, active, and with access to the model."
            : $"Check the key that gateway '{target.Gateway}' has stored for {target.Provider ?? "the provider"}{(target.Alias is null ? string.Empty : $" under the alias '{target.Alias}'")}; the gateway's own token was accepted.",
        AiGatewayErrorReason.ProviderRateLimited => "The provider limits the key, not the gateway: wait, use another key or model, or let the gateway try again with -MaxAttempts, -RetryDelay and -Backoff.",
        AiGatewayErrorReason.ProviderRejected => target.IsChat
            ? "Correct the input as the provider says; -Option sets members of the body that have no parameter."
            : "Correct the body as the provider says; its own reference describes what the path takes.",
        AiGatewayErrorReason.ProviderFailed => "Try again later, let the gateway try again with -MaxAttempts, or use a route with a fallback.",
        _ => null,
    };

    private static string Unknown(CallTarget target)
    {
        if (target.Model.StartsWith(ProviderCatalog.DynamicPrefix, System.StringComparison.Ordinal))
        {
            return $"A route belongs to one gateway, and answers once a version of it is deployed: check its name, and that gateway '{target.Gateway}' has it.";
        }

        int slash = target.Model.IndexOf('/', System.StringComparison.Ordinal);
        string bare = slash < 0 ? target.Model : target.Model[(slash + 1)..];
        string? near = target.Provider is null ? null : NearestName.Find(bare, WellKnownModels.Of(target.Provider));
        string offer = near is not null && near != bare ? $"Did you mean '{near}'? " : string.Empty;
        return offer + "Check the model's spelling, and whether the account and the key may use it; the surfaces of a provider may name it differently.";
    }
}
