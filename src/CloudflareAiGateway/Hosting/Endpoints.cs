using System;

namespace CloudflareAiGateway.Hosting;

/// <summary>Which addresses a connection may use: https, or this machine.</summary>
internal static class Endpoints
{
    /// <summary>Reads an address that a user gave.</summary>
    /// <param name="text">The address.</param>
    /// <param name="source">The parameter or variable that holds it, for the message.</param>
    /// <exception cref="AiGatewayException">The address is none, or would send the token in the clear.</exception>
    public static Uri Parse(string text, string source) =>
        Uri.TryCreate(text, UriKind.Absolute, out Uri? uri)
            ? Check(uri, source)
            : throw Refuse(source, $"'{text}' is not an absolute address.");

    /// <summary>Checks an address that a user gave and drops a slash at its end.</summary>
    /// <exception cref="AiGatewayException">The address would send the token in the clear, or carries more than host and path.</exception>
    public static Uri Check(Uri uri, string source)
    {
        if (!uri.IsAbsoluteUri)
        {
            throw Refuse(source, $"'{uri}' is not an absolute address.");
        }

        if (uri.UserInfo.Length > 0 || uri.Query.Length > 0 || uri.Fragment.Length > 0)
        {
            throw Refuse(source, "the address must have no user, query or fragment.");
        }

        bool safe = uri.Scheme == Uri.UriSchemeHttps || (uri.Scheme == Uri.UriSchemeHttp && uri.IsLoopback);
        if (!safe)
        {
            throw Refuse(source, $"'{uri.Scheme}://{uri.Authority}' is neither https nor on this machine; the API token would travel in the clear.");
        }

        string text = uri.AbsoluteUri;
        return text.EndsWith("/", StringComparison.Ordinal) ? new Uri(text.TrimEnd('/')) : uri;
    }

    /// <summary>The gateway host that goes with a management API: the public one, or <c>/v1</c> on the same local server.</summary>
    public static Uri GatewayFor(Uri api) =>
        api.IsLoopback ? new Uri(api.GetLeftPart(UriPartial.Authority) + "/v1") : ConnectionOptions.DefaultGatewayBaseUri;

    private static AiGatewayException Refuse(string source, string reason) =>
        new(AiGatewayErrorKind.NotConnected, $"{source}: {reason}")
        {
            RecommendedAction = $"Use an address such as {ConnectionOptions.DefaultBaseUri}, or http://127.0.0.1:8787/client/v4 for a local emulator.",
        };
}
