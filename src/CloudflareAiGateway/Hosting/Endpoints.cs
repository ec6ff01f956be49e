using System;

namespace CloudflareAiGateway.Hosting;

/// <summary>Addresses as a user gives them: <see cref="EndpointRule"/> with the parameter or variable named in the message.</summary>
internal static class Endpoints
{
    /// <summary>Reads an address from a text.</summary>
    /// <param name="text">The address.</param>
    /// <param name="source">The parameter or variable that holds it.</param>
    /// <exception cref="AiGatewayException">The address is none, or would send the token in the clear.</exception>
    public static Uri Parse(string text, string source) =>
        Uri.TryCreate(text, UriKind.Absolute, out Uri? uri)
            ? Check(uri, source)
            : throw Refuse(source, $"'{text}' is not an absolute address.");

    /// <summary>Checks an address and drops a slash at its end.</summary>
    /// <exception cref="AiGatewayException">The address breaks the rule.</exception>
    public static Uri Check(Uri uri, string source) =>
        EndpointRule.Explain(uri) is { } problem ? throw Refuse(source, problem) : new Uri(EndpointRule.Normalize(uri));

    /// <summary>Checks the address of a proxy.</summary>
    /// <exception cref="AiGatewayException">The address is none that a proxy may have.</exception>
    public static Uri CheckProxy(Uri proxy) =>
        EndpointRule.ExplainProxy(proxy) is not { } problem
            ? proxy
            : throw new AiGatewayException(AiGatewayErrorKind.NotConnected, $"-Proxy: {problem}")
            {
                RecommendedAction = "Use an address such as http://proxy.example.com:3128, and -ProxyCredential for user and password.",
            };

    /// <summary>The gateway host that goes with a management API: the public one, or <c>/v1</c> on the same local server.</summary>
    public static Uri GatewayFor(Uri api) =>
        api.IsLoopback ? new Uri(api.GetLeftPart(UriPartial.Authority) + "/v1") : ConnectionOptions.DefaultGatewayBaseUri;

    private static AiGatewayException Refuse(string source, string problem) =>
        new(AiGatewayErrorKind.NotConnected, $"{source}: {problem}")
        {
            RecommendedAction = $"Use an address such as {ConnectionOptions.DefaultBaseUri}, or http://127.0.0.1:8787/client/v4 for a local emulator.",
        };
}
