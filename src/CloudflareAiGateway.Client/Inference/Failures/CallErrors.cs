using System;

namespace CloudflareAiGateway.Client;

/// <summary>Makes the errors of calls through a gateway, and says for each who refused and what to do.</summary>
internal sealed class CallErrors
{
    private readonly CallTarget _target;

    /// <summary>Names what is called.</summary>
    public CallErrors(CallTarget target) => _target = target;

    /// <summary>The error of an answer that is a failure.</summary>
    public AiGatewayException Of(ApiReply reply)
    {
        bool isApiHost = reply.Call.Request.Host is ApiHost.Api;
        GatewayFailure failure = GatewayFailure.Read(reply.Body, reply.Status, reply.Call.Scrubber.Scrub, isApiHost);
        string said = failure.Errors.Count > 0 ? failure.Errors[0].ToString().TrimEnd('.') : $"status {reply.Status} without a reason";
        if (failure.Reason is AiGatewayErrorReason.None)
        {
            return reply.Status == 401 && isApiHost && failure.IsGateways
                ? ErrorFactory.FromReply(reply, AiGatewayErrorKind.Unauthorized, failure.Reason, $"the token was not accepted ({said})", failure.Errors, CallAdvice.ForApiToken(reply.Call.Request, failure.Errors))
                : ErrorFactory.FromReply(reply);
        }

        string provider = _target.Provider ?? "the provider";
        return ErrorFactory.FromReply(
            reply,
            Kind(failure, reply.Status),
            failure.Reason,
            $"{Words(failure.Reason, provider)} ({said})",
            failure.Errors,
            said.Contains("Unified Billing rate", StringComparison.OrdinalIgnoreCase) ? CallAdvice.ForBillingRate : CallAdvice.For(failure.Reason, _target));
    }

    /// <summary>The kind in which a script decides what to do.</summary>
    private static AiGatewayErrorKind Kind(GatewayFailure failure, int status) => failure.Reason switch
    {
        AiGatewayErrorReason.ModelNotFound => AiGatewayErrorKind.NotFound,
        AiGatewayErrorReason.PolicyDenied => AiGatewayErrorKind.Forbidden,
        AiGatewayErrorReason.ProviderUnauthorized => status == 403 ? AiGatewayErrorKind.Forbidden : AiGatewayErrorKind.Unauthorized,
        AiGatewayErrorReason.GatewayRateLimited or AiGatewayErrorReason.SpendLimited or AiGatewayErrorReason.ProviderRateLimited => AiGatewayErrorKind.RateLimited,
        AiGatewayErrorReason.GuardrailsUnavailable or AiGatewayErrorReason.ProviderFailed => AiGatewayErrorKind.Unavailable,
        _ => AiGatewayErrorKind.Rejected,
    };

    private string Words(AiGatewayErrorReason reason, string provider) => reason switch
    {
        AiGatewayErrorReason.InvalidModel => $"the gateway cannot make out '{_target.Model}'",
        AiGatewayErrorReason.ModelNotFound => $"'{_target.Model}' was not found",
        AiGatewayErrorReason.ProviderKeyMissing => $"the gateway has no key of {provider} for this call",
        AiGatewayErrorReason.CreditsMissing => "Unified Billing does not pay for it",
        AiGatewayErrorReason.PromptBlocked => "the gateway's guardrails blocked the prompt",
        AiGatewayErrorReason.AnswerBlocked => "the gateway's guardrails blocked the answer",
        AiGatewayErrorReason.DlpBlocked => "the gateway's data loss prevention blocked it",
        AiGatewayErrorReason.GuardrailsUnavailable => "the gateway's guardrails could not look at it",
        AiGatewayErrorReason.PolicyDenied => "a policy of the gateway denies it",
        AiGatewayErrorReason.GatewayRateLimited => "the gateway's limit of calls is reached",
        AiGatewayErrorReason.SpendLimited => "a spend limit of the gateway is reached",
        AiGatewayErrorReason.ProviderUnauthorized => $"{provider} did not accept the key that it was called with",
        AiGatewayErrorReason.ProviderRateLimited => $"the limit of calls at {provider} is reached",
        AiGatewayErrorReason.ProviderRejected => $"{provider} refused the input",
        AiGatewayErrorReason.ProviderFailed => $"{provider} failed",
        _ => throw new InvalidOperationException($"No words for {reason}."),
    };
}
