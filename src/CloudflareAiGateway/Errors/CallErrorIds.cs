using System.Management.Automation;

namespace CloudflareAiGateway.Errors;

/// <summary>Ids and categories of calls that failed for a reason of their own.</summary>
internal static class CallErrorIds
{
    /// <summary>The id and category of a reason; null when the kind of the failure decides.</summary>
    public static (string Id, ErrorCategory Category)? Of(AiGatewayErrorReason reason) => reason switch
    {
        AiGatewayErrorReason.InvalidModel => ("InvalidModel", ErrorCategory.InvalidArgument),
        AiGatewayErrorReason.InvalidProvider => ("InvalidProvider", ErrorCategory.InvalidArgument),
        AiGatewayErrorReason.InvalidPrompt => ("InvalidPrompt", ErrorCategory.InvalidArgument),
        AiGatewayErrorReason.InvalidCallOption => ("InvalidCallOption", ErrorCategory.InvalidArgument),
        AiGatewayErrorReason.InvalidCredential => ("InvalidCredential", ErrorCategory.InvalidArgument),
        AiGatewayErrorReason.InvalidBody => ("InvalidBody", ErrorCategory.InvalidArgument),
        AiGatewayErrorReason.InvalidPath => ("InvalidPath", ErrorCategory.InvalidArgument),
        AiGatewayErrorReason.InvalidHeader => ("InvalidHeader", ErrorCategory.InvalidArgument),
        AiGatewayErrorReason.OutFileFailed => ("OutFileFailed", ErrorCategory.WriteError),
        AiGatewayErrorReason.ModelNotFound => ("ModelNotFound", ErrorCategory.ObjectNotFound),
        AiGatewayErrorReason.ProviderKeyMissing => ("ProviderKeyMissing", ErrorCategory.AuthenticationError),
        AiGatewayErrorReason.CreditsMissing => ("CreditsMissing", ErrorCategory.QuotaExceeded),
        AiGatewayErrorReason.PromptBlocked => ("PromptBlocked", ErrorCategory.SecurityError),
        AiGatewayErrorReason.AnswerBlocked => ("AnswerBlocked", ErrorCategory.SecurityError),
        AiGatewayErrorReason.DlpBlocked => ("DlpBlocked", ErrorCategory.SecurityError),
        AiGatewayErrorReason.GuardrailsUnavailable => ("GuardrailsUnavailable", ErrorCategory.ResourceUnavailable),
        AiGatewayErrorReason.PolicyDenied => ("PolicyDenied", ErrorCategory.PermissionDenied),
        AiGatewayErrorReason.GatewayRateLimited => ("GatewayRateLimited", ErrorCategory.LimitsExceeded),
        AiGatewayErrorReason.SpendLimited => ("SpendLimited", ErrorCategory.QuotaExceeded),
        AiGatewayErrorReason.ProviderUnauthorized => ("ProviderUnauthorized", ErrorCategory.AuthenticationError),
        AiGatewayErrorReason.ProviderRateLimited => ("ProviderRateLimited", ErrorCategory.LimitsExceeded),
        AiGatewayErrorReason.ProviderRejected => ("ProviderRejected", ErrorCategory.InvalidArgument),
        AiGatewayErrorReason.ProviderFailed => ("ProviderFailed", ErrorCategory.ResourceUnavailable),
        AiGatewayErrorReason.StreamBroken => ("StreamBroken", ErrorCategory.ConnectionError),
        _ => null,
    };
}
