using System;
using System.Net;
using System.Security.Cryptography;
using System.Text;

namespace CloudflareAiGateway.Client;

/// <summary>What decides whether two clients may share connections: where they go, and through which proxy as whom.</summary>
internal sealed record TransportKey(string BaseAddress, string GatewayAddress, string Proxy, bool UseDefaultCredentials, string Credential)
{
    /// <summary>The key of a client.</summary>
    public static TransportKey Of(ConnectionOptions options) => new(
        EndpointRule.Normalize(options.BaseUri),
        EndpointRule.Normalize(options.GatewayBaseUri),
        options.Proxy?.AbsoluteUri ?? string.Empty,
        options.ProxyUseDefaultCredentials,
        Hash(options.ProxyCredential));

    // The pool outlives connections, so it keeps a hash and not the password.
    private static string Hash(NetworkCredential? credential) =>
        credential is null
            ? string.Empty
            : Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes($"{credential.Domain}\n{credential.UserName}\n{credential.Password}")));
}
