using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Net;
using System.Net.Http;
using System.Text;

namespace CloudflareAiGateway.Client;

/// <summary>Makes the exceptions of this client. The one place where failures become words.</summary>
internal static class ErrorFactory
{
    private const int ShownCharacters = 200;

    /// <summary>An answer that is a failure, by its status or by <c>success: false</c>.</summary>
    public static AiGatewayException FromReply(ApiReply reply)
    {
        ApiCall call = reply.Call;
        ErrorBody body = ErrorBody.Read(reply.Body, call.Scrubber.Scrub);
        AiGatewayErrorKind kind = ErrorKindRule.Of(reply.Status, body.Errors);
        if (reply.Status is >= 300 and < 400)
        {
            return Make(call, kind, $"the service answered with a redirect ({reply.Status}), which is not followed so that the token stays where it belongs", reply, body.Errors);
        }

        if (body.Errors.Count == 0)
        {
            return WithoutErrors(reply, body, kind);
        }

        return Make(call, kind, Reason(kind, reply, body.Errors), reply, body.Errors);
    }

    /// <summary>An answer whose meaning was found out elsewhere.</summary>
    /// <param name="reply">The answer.</param>
    /// <param name="kind">What went wrong.</param>
    /// <param name="cause">Who refused it, and what for.</param>
    /// <param name="reason">The words for it, to follow "Could not …:".</param>
    /// <param name="errors">What the answer says.</param>
    /// <param name="action">What to do; null for the general advice.</param>
    public static AiGatewayException FromReply(
        ApiReply reply, AiGatewayErrorKind kind, AiGatewayErrorReason cause, string reason, IReadOnlyList<ApiError> errors, string? action) =>
        Make(reply.Call, kind, Tried(reply.Call, reason), reply, errors, action: action, cause: cause);

    /// <summary>A stream that ended before it was complete.</summary>
    public static AiGatewayException OfStream(ApiCall call, AiGatewayErrorKind kind, string reason, IReadOnlyList<ApiError> errors, string action, Exception? inner = null) =>
        Make(call, kind, reason, null, errors, inner, action: action, cause: AiGatewayErrorReason.StreamBroken);

    /// <summary>A successful status with a body that is not what the API gives.</summary>
    public static AiGatewayException Unexpected(ApiReply reply, string what, Exception? inner = null) =>
        Make(reply.Call, AiGatewayErrorKind.UnexpectedResponse, what + Shown(reply), reply, [], inner);

    /// <summary>A successful status with a body that is not what was asked for, where the answer was read as it came.</summary>
    public static AiGatewayException UnexpectedAnswer(ApiCall call, string what, byte[] body, Exception? inner = null) =>
        Make(call, AiGatewayErrorKind.UnexpectedResponse, what + Shown(call, body), null, [], inner);

    /// <summary>No usable answer came.</summary>
    public static AiGatewayException FromException(ApiCall call, Exception exception) => exception switch
    {
        QuotaWaitException quota => Make(
            call,
            AiGatewayErrorKind.RateLimited,
            Invariant($"the token's quota of calls is used up for {quota.Wait.TotalSeconds:0} s, longer than the {call.Budget.Remaining.TotalSeconds:0} s left of the deadline"),
            null,
            [],
            exception,
            quota.Wait),
        AttemptTimeoutException timeout => Make(call, AiGatewayErrorKind.Timeout, Tried(call, TimeoutReason(call, timeout)), null, [], exception),
        TruncatedBodyException => Make(call, AiGatewayErrorKind.UnexpectedResponse, Tried(call, FailureText.Of(exception, call)), null, [], exception),
        HttpRequestException or IOException => Make(call, AiGatewayErrorKind.Network, Tried(call, FailureText.Of(exception, call)), null, [], exception),
        _ => throw new InvalidOperationException("Not the failure of a call.", exception),
    };

    /// <summary>A failure that the client itself finds, such as a conflict.</summary>
    public static AiGatewayException Own(ApiRequest request, AiGatewayErrorKind kind, string message, string? action = null) =>
        new(kind, message)
        {
            Method = request.Method.Method,
            PathTemplate = request.PathTemplate,
            RecommendedAction = action ?? Advice.For(kind, request, [], null),
            Resource = request.Resource,
        };

    /// <summary>The same failure told with what surrounds it: what was done before, what is missing now, what it is really about.</summary>
    /// <param name="failure">The failure; it becomes the inner exception.</param>
    /// <param name="message">The whole story.</param>
    /// <param name="action">What to do.</param>
    /// <param name="kind">What kind of failure it is in this light; null for the same.</param>
    /// <param name="resource">What it is about in this light; null for the same.</param>
    public static AiGatewayException Retold(
        AiGatewayException failure, string message, string? action, AiGatewayErrorKind? kind = null, string? resource = null) =>
        new(kind ?? failure.Kind, message, failure)
        {
            StatusCode = failure.StatusCode,
            ApiErrors = failure.ApiErrors,
            RayId = failure.RayId,
            Method = failure.Method,
            PathTemplate = failure.PathTemplate,
            RetryAfter = failure.RetryAfter,
            RecommendedAction = action,
            Resource = resource ?? failure.Resource,
        };

    private static AiGatewayException WithoutErrors(ApiReply reply, ErrorBody body, AiGatewayErrorKind kind)
    {
        bool unreadable = !body.IsJson && !body.IsEmpty && kind is AiGatewayErrorKind.Rejected or AiGatewayErrorKind.Unknown;
        string status = $"the service answered {reply.Status}";
        string reason = body.IsEmpty ? status + " without a body" : $"{status} with a body that is no API error{Shown(reply)}";
        return Make(reply.Call, unreadable ? AiGatewayErrorKind.UnexpectedResponse : kind, Tried(reply.Call, reason), reply, []);
    }

    private static string Reason(AiGatewayErrorKind kind, ApiReply reply, IReadOnlyList<ApiError> errors)
    {
        ApiError first = errors[0];
        string said = first.ToString().TrimEnd('.');
        ApiCall call = reply.Call;
        return kind switch
        {
            AiGatewayErrorKind.Unauthorized => $"the token was not accepted ({said})",
            AiGatewayErrorKind.Forbidden => call.Request.Permission is string permission && !ErrorKindRule.Has(errors, 9109)
                ? $"the token lacks the permission '{permission}' ({said})"
                : $"the token may not do this ({said})",
            AiGatewayErrorKind.RateLimited => RateLimitReason(call, said),
            AiGatewayErrorKind.NotFound => $"not found ({said})",
            AiGatewayErrorKind.AlreadyExists => $"it exists already ({said})",
            AiGatewayErrorKind.Rejected => $"the API rejected the input ({said})",
            AiGatewayErrorKind.PaymentRequired => $"the payment was refused ({said})",
            AiGatewayErrorKind.Unavailable => Tried(call, $"the service failed with {reply.Status} ({said})"),
            _ => $"the service answered {reply.Status} ({said})",
        };
    }

    private static string RateLimitReason(ApiCall call, string said) =>
        call.NextWait is { IsAskedFor: true, Fits: false } wait
            ? Invariant($"too many calls ({said}); the API asks to wait {wait.Delay.TotalSeconds:0} s, longer than the {call.Budget.Remaining.TotalSeconds:0} s left of the deadline")
            : Tried(call, $"too many calls ({said})");

    private static string TimeoutReason(ApiCall call, AttemptTimeoutException timeout) =>
        call.Budget.Remaining == TimeSpan.Zero
            ? Invariant($"the deadline of {call.Budget.Total.TotalSeconds:0.#} s passed")
            : Invariant($"no complete answer came within {timeout.Waited.TotalSeconds:0.#} s");

    private static string Tried(ApiCall call, string reason) =>
        call.Attempts > 1 ? $"{reason} (tried {call.Attempts} times)" : reason;

    private static string Shown(ApiReply reply) => Shown(reply.Call, reply.Body);

    private static string Shown(ApiCall call, byte[] body)
    {
        if (body.Length == 0)
        {
            return string.Empty;
        }

        // JSON goes through the member mask first; a cut in the middle of a secret would escape the scrubber, so cut last.
        string text = ErrorBody.Read(body, s => s).IsJson ? Redaction.Body(body) : Encoding.UTF8.GetString(body);
        text = call.Scrubber.Scrub(text).ReplaceLineEndings(" ").Trim();
        return ": " + (text.Length <= ShownCharacters ? text : text[..ShownCharacters] + "…");
    }

    private static AiGatewayException Make(
        ApiCall call,
        AiGatewayErrorKind kind,
        string reason,
        ApiReply? reply,
        IReadOnlyList<ApiError> errors,
        Exception? inner = null,
        TimeSpan? wait = null,
        string? action = null,
        AiGatewayErrorReason cause = AiGatewayErrorReason.None)
    {
        TimeSpan? retryAfter = wait ?? reply?.RetryAfter;
        string message = call.Scrubber.Scrub($"Could not {call.Request.Purpose}: {reason}.");
        return new AiGatewayException(kind, message, inner)
        {
            StatusCode = reply?.Status ?? (int?)(inner as HttpRequestException)?.StatusCode,
            ApiErrors = errors,
            RayId = reply?.RayId,
            Method = call.Request.Method.Method,
            PathTemplate = call.Request.PathTemplate,
            RetryAfter = retryAfter,
            Reason = cause,
            RecommendedAction = action ?? NetworkAdvice(call, kind, inner) ?? Advice.For(kind, call.Request, errors, retryAfter),
            Resource = ErrorSubject.Of(errors) ?? call.Request.Resource,
        };
    }

    private static string? NetworkAdvice(ApiCall call, AiGatewayErrorKind kind, Exception? inner)
    {
        ConnectionOptions options = call.Settings.Options;
        if (call.Request.Repeat is RepeatRule.Metered && inner is not null && FailureClassifier.Of(inner) is FailureKind.Ambiguous)
        {
            return (kind is AiGatewayErrorKind.Timeout ? "Allow longer with -TimeoutSec. " : string.Empty)
                + "The call may have been answered, and billed, all the same: look into the log before asking again.";
        }

        return kind switch
        {
            AiGatewayErrorKind.Timeout => call.Budget.Remaining == TimeSpan.Zero
                ? "Allow a longer deadline when connecting, or ask for less at once."
                : "Try again, or allow a longer time-out when connecting.",
            AiGatewayErrorKind.Network when inner is HttpRequestException { StatusCode: HttpStatusCode.ProxyAuthenticationRequired } =>
                "The proxy wants credentials: give -ProxyCredential or -ProxyUseDefaultCredentials when connecting.",
            AiGatewayErrorKind.Network when inner is HttpRequestException { HttpRequestError: HttpRequestError.SecureConnectionError } =>
                "Check the clock, and whether a proxy that opens TLS has its certificate trusted on this machine.",
            AiGatewayErrorKind.Network when options.Proxy is Uri proxy => $"Check that the proxy {proxy.Host}:{proxy.Port} is up and lets {call.Target.Host} through.",
            AiGatewayErrorKind.Network => $"Check the network, the name look-up and the firewall for {call.Target.Host}, or whether a proxy is needed (-Proxy).",
            _ => null,
        };
    }

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
