using System;

namespace CloudflareAiGateway.Client;

/// <summary>What one client passes to the shared pipeline with each of its requests.</summary>
internal sealed class ClientSettings
{
    /// <summary>Takes the settings from the options.</summary>
    /// <exception cref="ArgumentException">An address breaks <see cref="EndpointRule"/>.</exception>
    public ClientSettings(ConnectionOptions options, QuotaGovernor governor, TokenSource token)
    {
        if (options.Proxy is Uri proxy && EndpointRule.ExplainProxy(proxy) is string problem)
        {
            throw new ArgumentException(problem, nameof(options));
        }

        Options = options;
        ApiBase = EndpointRule.Normalize(options.BaseUri);
        GatewayBase = EndpointRule.Normalize(options.GatewayBaseUri);
        Governor = governor;
        Token = token;
    }

    /// <summary>Limits and names.</summary>
    public ConnectionOptions Options { get; }

    /// <summary>The management API, without a trailing slash.</summary>
    public string ApiBase { get; }

    /// <summary>The gateway host, without a trailing slash.</summary>
    public string GatewayBase { get; }

    /// <summary>The quota of this client's token.</summary>
    public QuotaGovernor Governor { get; }

    /// <summary>The token.</summary>
    public TokenSource Token { get; }
}
