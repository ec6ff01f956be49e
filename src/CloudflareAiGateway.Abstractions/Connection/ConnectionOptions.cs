using System;
using System.Net;
using System.Security;

namespace CloudflareAiGateway;

/// <summary>Everything that a client is made from.</summary>
internal sealed class ConnectionOptions
{
    /// <summary>The management API of the public service.</summary>
    public static readonly Uri DefaultBaseUri = new("https://api.cloudflare.com/client/v4");

    /// <summary>The gateway host of the public service.</summary>
    public static readonly Uri DefaultGatewayBaseUri = new("https://gateway.ai.cloudflare.com/v1");

    /// <summary>The token that an emulator takes by default, with all permissions. No secret: it opens nothing else.</summary>
    public const string EmulatorToken = "emulator-token";

    /// <summary>The API token.</summary>
    public SecureString? ApiToken { get; init; }

    /// <summary>The management API: https, or loopback.</summary>
    public Uri BaseUri { get; init; } = DefaultBaseUri;

    /// <summary>The gateway host: https, or loopback.</summary>
    public Uri GatewayBaseUri { get; init; } = DefaultGatewayBaseUri;

    /// <summary>A proxy of the user's; null for the system's.</summary>
    public Uri? Proxy { get; init; }

    /// <summary>Credentials for <see cref="Proxy"/>.</summary>
    public NetworkCredential? ProxyCredential { get; init; }

    /// <summary>Whether the user's own credentials are given to the proxy.</summary>
    public bool ProxyUseDefaultCredentials { get; init; }

    /// <summary>How long one attempt may take.</summary>
    public TimeSpan AttemptTimeout { get; init; } = TimeSpan.FromSeconds(100);

    /// <summary>How long a call may take with all its retries and waits.</summary>
    public TimeSpan Deadline { get; init; } = TimeSpan.FromSeconds(600);

    /// <summary>How often a failed attempt is repeated; 0 for never.</summary>
    public int MaximumRetryCount { get; init; } = 4;

    /// <summary>What the API and its logs see as the caller: module, PowerShell and system with versions.</summary>
    public string UserAgent { get; init; } = "CloudflareAiGateway";

    /// <summary>Whether the client talks to an emulator of its own instead of the network.</summary>
    public bool UseEmulator { get; init; }

    /// <summary>The file that keeps the emulator's state; null for memory only.</summary>
    public string? EmulatorStatePath { get; init; }
}
