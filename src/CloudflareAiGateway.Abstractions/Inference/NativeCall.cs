using System;
using System.Collections.Generic;
using System.Security;

namespace CloudflareAiGateway;

/// <summary>A call of a provider's own API, or of the list of steps, below a gateway.</summary>
internal sealed class NativeCall
{
    /// <summary>The account.</summary>
    public string AccountId { get; init; } = string.Empty;

    /// <summary>The gateway.</summary>
    public string Gateway { get; init; } = string.Empty;

    /// <summary>The provider; null for a list of steps.</summary>
    public AiGatewayProvider? Provider { get; init; }

    /// <summary>The path below the provider with its query; empty for a list of steps.</summary>
    public string Path { get; init; } = string.Empty;

    /// <summary>The steps of a list with fallbacks; empty for a call of one provider.</summary>
    public IReadOnlyList<NativeStep> Steps { get; init; } = Array.Empty<NativeStep>();

    /// <summary>The HTTP method.</summary>
    public string Method { get; init; } = "POST";

    /// <summary>The body: text, bytes, or plain values that become JSON; null for none.</summary>
    public object? Body { get; init; }

    /// <summary>The body's content type; null for JSON, or bytes of no kind.</summary>
    public string? ContentType { get; init; }

    /// <summary>Headers of the caller's own.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Headers { get; init; } = Array.Empty<KeyValuePair<string, string>>();

    /// <summary>Headers of the caller's own whose values are secret.</summary>
    public IReadOnlyList<KeyValuePair<string, SecureString>> SecretHeaders { get; init; } = Array.Empty<KeyValuePair<string, SecureString>>();

    /// <summary>The full path of the file that the answer goes into; null for none.</summary>
    public string? OutFile { get; init; }

    /// <summary>What the call is paid and let in with.</summary>
    public CallCredentials Credentials { get; init; } = new();

    /// <summary>What it asks of the gateway.</summary>
    public CallOptions Options { get; init; } = new();

    /// <summary>How long the answer may take; null for the connection's deadline.</summary>
    public TimeSpan? Timeout { get; init; }
}
