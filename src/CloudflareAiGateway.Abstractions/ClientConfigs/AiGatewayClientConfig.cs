using System;
using System.Collections.Generic;

namespace CloudflareAiGateway;

/// <summary>Settings of one client for one gateway: a text that runs as it stands once the variables are set. It holds no secret.</summary>
public sealed class AiGatewayClientConfig
{
    /// <summary>The client.</summary>
    public ClientTool Client { get; init; }

    /// <summary>The language of the text: <c>python</c>, <c>javascript</c>, <c>sh</c>, <c>powershell</c>, <c>toml</c> or <c>json</c>.</summary>
    public string Language { get; init; } = string.Empty;

    /// <summary>The text, with line feeds and one at its end.</summary>
    public string Text { get; init; } = string.Empty;

    /// <summary>The file that the text belongs in.</summary>
    public string FileName { get; init; } = string.Empty;

    /// <summary>The variables that have to be set, and what goes in.</summary>
    public IReadOnlyList<ClientVariable> Environment { get; init; } = Array.Empty<ClientVariable>();

    /// <summary>What goes wrong with this client and this way of calling, and how to avoid it.</summary>
    public IReadOnlyList<string> Notes { get; init; } = Array.Empty<string>();

    /// <summary>What has to be installed, as a command line; null when nothing has.</summary>
    public string? Install { get; init; }

    /// <summary>The provider that is called; null for a dynamic route, which decides itself, and for several.</summary>
    public string? Provider { get; init; }

    /// <summary>The model as the client names it; null when the client asks for it.</summary>
    public string? Model { get; init; }

    /// <summary>Whose key pays the provider. Not named Credential: Set-Content would take that from the pipeline as a parameter of its own.</summary>
    public ClientCredential CredentialSource { get; init; }

    /// <summary>Which of the gateway's surfaces is called.</summary>
    public ProviderSurfaces Surface { get; init; }

    /// <summary>The gateway.</summary>
    public string GatewayId { get; init; } = string.Empty;

    /// <summary>The gateway's account.</summary>
    public string AccountId { get; init; } = string.Empty;

    /// <summary>Settings of the gateway with which the text cannot work, for the command to warn of.</summary>
    internal IReadOnlyList<string> Warnings { get; init; } = Array.Empty<string>();

    /// <summary>The text, so that it can be piped to Set-Content or Set-Clipboard as it is.</summary>
    /// <returns><see cref="Text"/> without the line feed at its end.</returns>
    public override string ToString() => Text.TrimEnd('\n');
}
