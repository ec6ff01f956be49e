using System.Linq;
using System.Management.Automation;

namespace CloudflareAiGateway.Errors;

/// <summary>The one place where error records are made. Ids are a public contract: help lists them, tests hold them.</summary>
internal static class ErrorRecords
{
    /// <summary>Makes the record for a failed call.</summary>
    /// <param name="failure">The failure.</param>
    /// <param name="target">What the user asked for.</param>
    /// <param name="resource">What the command works on, for ids such as <c>GatewayNotFound</c>, where the failure does not know better.</param>
    public static ErrorRecord Create(AiGatewayException failure, object? target, string resource)
    {
        resource = failure.Resource ?? resource;
        (string id, ErrorCategory category) = CallErrorIds.Of(failure.Reason) ?? failure.Kind switch
        {
            // Before all others: whatever went wrong, a script must not simply try again.
            _ when failure.IsOutcomeOpen => ("OutcomeUnknown", ErrorCategory.OperationStopped),
            AiGatewayErrorKind.Unauthorized => ("Unauthorized", ErrorCategory.AuthenticationError),
            AiGatewayErrorKind.Forbidden => ("Forbidden", ErrorCategory.PermissionDenied),
            // 7003 says that the path leads nowhere, which is the account in it: everything below has codes of its own.
            AiGatewayErrorKind.NotFound when failure.ApiErrors.Any(e => e.Code == 7003) => ("AccountNotFound", ErrorCategory.ObjectNotFound),
            AiGatewayErrorKind.NotFound => (resource + "NotFound", ErrorCategory.ObjectNotFound),
            AiGatewayErrorKind.AlreadyExists => (resource + "Exists", ErrorCategory.ResourceExists),
            AiGatewayErrorKind.Conflict => (resource + "Changed", ErrorCategory.InvalidOperation),

            // Refused by the client before any write: the thing that was named does not fit.
            AiGatewayErrorKind.Rejected when failure is { StatusCode: null, Resource: "Secret" } => ("InvalidSecret", ErrorCategory.InvalidArgument),
            AiGatewayErrorKind.Rejected when failure is { StatusCode: null, Resource: "SecretStore" } => ("InvalidSecretStore", ErrorCategory.InvalidArgument),
            AiGatewayErrorKind.Rejected => ("ApiRejected", ErrorCategory.InvalidArgument),
            AiGatewayErrorKind.RateLimited => ("RateLimited", ErrorCategory.LimitsExceeded),
            AiGatewayErrorKind.Unavailable => ("ApiUnavailable", ErrorCategory.ResourceUnavailable),
            AiGatewayErrorKind.Network => ("NetworkFailure", ErrorCategory.ConnectionError),
            AiGatewayErrorKind.Timeout => ("Timeout", ErrorCategory.OperationTimeout),
            AiGatewayErrorKind.UnexpectedResponse => ("UnexpectedResponse", ErrorCategory.InvalidResult),
            AiGatewayErrorKind.NotConnected => ("NotConnected", ErrorCategory.ConnectionError),
            AiGatewayErrorKind.NotAvailable => ("NotAvailable", ErrorCategory.PermissionDenied),
            AiGatewayErrorKind.PaymentRequired => ("PaymentRequired", ErrorCategory.InvalidOperation),
            _ => ("ApiFailure", ErrorCategory.NotSpecified),
        };
        return Create(failure, id, category, target);
    }

    /// <summary>Makes the record for input that is refused before any call.</summary>
    /// <param name="id">The error id.</param>
    /// <param name="message">What is wrong.</param>
    /// <param name="target">The user's own value.</param>
    /// <param name="action">What to do.</param>
    public static ErrorRecord InvalidInput(string id, string message, object? target, string? action = null) =>
        Create(new AiGatewayException(AiGatewayErrorKind.Rejected, message) { RecommendedAction = action }, id, ErrorCategory.InvalidArgument, target);

    /// <summary>Makes the record for a $null where the API takes none.</summary>
    /// <param name="parameter">The parameter.</param>
    /// <param name="thing">What it belongs to, such as <c>gateway 'prod'</c>.</param>
    /// <param name="target">The user's own value.</param>
    public static ErrorRecord NotClearable(string parameter, string thing, object? target) =>
        InvalidInput("SettingNotClearable", $"{parameter} of {thing} cannot be null.", target, $"Give it a value, or leave -{parameter} out to keep it as it is.");

    /// <summary>Whether no later record of the same command could succeed.</summary>
    public static bool EndsCommand(AiGatewayException failure) =>
        failure.Kind is AiGatewayErrorKind.Unauthorized or AiGatewayErrorKind.NotConnected;

    /// <summary>Makes the record for a failure that has an id of its own.</summary>
    /// <param name="failure">The failure.</param>
    /// <param name="id">The error id.</param>
    /// <param name="category">What kind of error it is to the engine.</param>
    /// <param name="target">What the user asked for.</param>
    public static ErrorRecord Create(AiGatewayException failure, string id, ErrorCategory category, object? target)
    {
        var record = new ErrorRecord(failure, id, category, target);
        if (failure.RecommendedAction is { } action)
        {
            // The default view shows it below the message, as "Recommendation: …".
            record.ErrorDetails = new ErrorDetails(failure.Message) { RecommendedAction = action };
        }

        return record;
    }
}
