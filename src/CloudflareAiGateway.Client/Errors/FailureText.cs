using System;
using System.IO;
using System.Net.Http;

namespace CloudflareAiGateway.Client;

/// <summary>A failed attempt in a few plain words, with no address that could hold credentials.</summary>
internal static class FailureText
{
    /// <summary>Describes the exception of an attempt.</summary>
    public static string Of(Exception exception, ApiCall call) => exception switch
    {
        HttpRequestException http => OfHttp(http, call),
        AttemptTimeoutException timeout => timeout.Message.TrimEnd('.').ToLowerInvariant()[..1] + timeout.Message.TrimEnd('.')[1..],
        TruncatedBodyException => "the answer was cut off",
        IOException => "the connection broke",
        OperationCanceledException => "stopped",
        _ => exception.GetType().Name,
    };

    private static string OfHttp(HttpRequestException exception, ApiCall call)
    {
        ConnectionOptions options = call.Settings.Options;
        string proxy = options.Proxy is Uri address ? $"the proxy {address.Host}:{address.Port}" : "a proxy";
        return exception.HttpRequestError switch
        {
            HttpRequestError.NameResolutionError => options.Proxy is null
                ? $"the name {call.Target.Host} could not be resolved"
                : $"{proxy}, or the host behind it, could not be resolved",
            HttpRequestError.ConnectionError => options.Proxy is null
                ? $"{call.Target.Authority} could not be reached"
                : $"{proxy} could not be reached",
            HttpRequestError.SecureConnectionError => "no secure connection (TLS) could be made",
            HttpRequestError.ProxyTunnelError => $"{proxy} refused the connection",
            _ => "the connection broke before the answer was complete",
        };
    }
}
