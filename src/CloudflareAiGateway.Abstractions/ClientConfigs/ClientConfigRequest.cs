using System;

namespace CloudflareAiGateway;

/// <summary>What settings are asked for, and what is known of the gateway.</summary>
internal sealed class ClientConfigRequest
{
    /// <summary>The client.</summary>
    public ClientTool Client { get; init; }

    /// <summary>The account.</summary>
    public string AccountId { get; init; } = string.Empty;

    /// <summary>The gateway's name.</summary>
    public string GatewayId { get; init; } = string.Empty;

    /// <summary>The gateway as read; null when it was not, or does not exist yet.</summary>
    public AiGateway? Gateway { get; init; }

    /// <summary>The provider; null when the model or the client decides.</summary>
    public AiGatewayProvider? Provider { get; init; }

    /// <summary>The model as it was written; null for a well-known one.</summary>
    public string? Model { get; init; }

    /// <summary>Whose key pays the provider.</summary>
    public ClientCredential Credential { get; init; }

    /// <summary>Whether the connection is to an emulator inside the session, which no other program reaches.</summary>
    public bool IsInSession { get; init; }

    /// <summary>The management API, without a slash at its end.</summary>
    public Uri BaseUri { get; init; } = ConnectionOptions.DefaultBaseUri;

    /// <summary>The gateway host, without a slash at its end.</summary>
    public Uri GatewayBaseUri { get; init; } = ConnectionOptions.DefaultGatewayBaseUri;

    /// <summary>The same for a client.</summary>
    public ClientConfigRequest For(ClientTool client) => new()
    {
        Client = client,
        AccountId = AccountId,
        GatewayId = GatewayId,
        Gateway = Gateway,
        Provider = Provider,
        Model = Model,
        Credential = Credential,
        IsInSession = IsInSession,
        BaseUri = BaseUri,
        GatewayBaseUri = GatewayBaseUri,
    };

    /// <summary>Whether the gateway wants a Cloudflare token. Not knowing means yes: a token that is not needed does no harm in its own header.</summary>
    public bool NeedsToken => Gateway?.Authentication ?? true;

    /// <summary>The gateway's address, to which a provider's path is appended.</summary>
    public string GatewayAddress => $"{GatewayBaseUri.AbsoluteUri.TrimEnd('/')}/{Uri.EscapeDataString(AccountId)}/{Uri.EscapeDataString(GatewayId)}";

    /// <summary>The address of the account's AI REST API.</summary>
    public string RestAddress => $"{BaseUri.AbsoluteUri.TrimEnd('/')}/accounts/{Uri.EscapeDataString(AccountId)}/ai";
}
