using System;
using System.IO;
using System.Net.Http;

namespace CloudflareAiGateway.Client;

/// <summary>Tells the kinds of failure apart. The one place that knows which statuses and exceptions may be repeated.</summary>
internal static class FailureClassifier
{
    /// <summary>Judges a status.</summary>
    public static FailureKind Of(int status) => status switch
    {
        429 => FailureKind.Throttled,
        408 or 500 or 502 or 503 or 504 or (>= 520 and <= 527) or 530 => FailureKind.Ambiguous,
        _ => FailureKind.Final,
    };

    /// <summary>Judges an exception of an attempt.</summary>
    public static FailureKind Of(Exception exception) => exception switch
    {
        // A proxy that demands credentials will demand them again.
        HttpRequestException { HttpRequestError: HttpRequestError.ProxyTunnelError, StatusCode: System.Net.HttpStatusCode.ProxyAuthenticationRequired } => FailureKind.Final,
        HttpRequestException http => Of(http.HttpRequestError),
        AttemptTimeoutException or IOException => FailureKind.Ambiguous,
        _ => FailureKind.Final,
    };

    /// <summary>Whether a failure may be answered by sending the same request again without looking first.</summary>
    public static bool MayRepeat(RepeatRule rule, FailureKind kind) => rule switch
    {
        RepeatRule.Idempotent => kind is not FailureKind.Final,
        RepeatRule.NamedCreate or RepeatRule.Metered => kind is FailureKind.NotSent or FailureKind.Throttled,
        _ => kind is FailureKind.NotSent,
    };

    private static FailureKind Of(HttpRequestError error) => error switch
    {
        HttpRequestError.NameResolutionError
            or HttpRequestError.ConnectionError
            or HttpRequestError.SecureConnectionError
            or HttpRequestError.ProxyTunnelError => FailureKind.NotSent,
        HttpRequestError.ConfigurationLimitExceeded
            or HttpRequestError.VersionNegotiationError
            or HttpRequestError.UserAuthenticationError => FailureKind.Final,
        _ => FailureKind.Ambiguous,
    };
}
