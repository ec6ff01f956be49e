using System.Collections.Generic;
using System.Security;

namespace CloudflareAiGateway.Client;

/// <summary>
/// Which header carries which credential. The Cloudflare token goes into <c>Authorization</c> on the API host, and into
/// <c>cf-aig-authorization</c> on the gateway host, where <c>Authorization</c> is passed on to the provider: only a provider's key ever
/// stands there. Workers AI is the exception, as its key is a Cloudflare token itself.
/// </summary>
internal sealed class CallAuthorization
{
    private CallAuthorization(TokenSource? token, TokenPlace place, IReadOnlyList<SecretHeader> headers, IReadOnlyList<SecureString> secrets, string credential)
    {
        Token = token;
        Place = place;
        Headers = headers;
        Secrets = secrets;
        Credential = credential;
    }

    /// <summary>A token in place of the connection's; null for the connection's.</summary>
    public TokenSource? Token { get; }

    /// <summary>Where the token goes.</summary>
    public TokenPlace Place { get; }

    /// <summary>The provider's key, in the provider's header.</summary>
    public IReadOnlyList<SecretHeader> Headers { get; }

    /// <summary>What must never be shown.</summary>
    public IReadOnlyList<SecureString> Secrets { get; }

    /// <summary>What the provider is called with, as far as the request tells.</summary>
    public string Credential { get; }

    /// <summary>The credentials of a chat.</summary>
    public static CallAuthorization Of(CallCredentials credentials, AiGatewayProvider? provider, InferenceSurface surface)
    {
        // Compat speaks OpenAI's language, its header included, whatever the provider's own is.
        (string header, string? scheme) = surface is InferenceSurface.Compat || provider?.AuthHeader is null
            ? ("Authorization", "Bearer")
            : (provider.AuthHeader, provider.AuthScheme);
        return Make(credentials, provider, surface is not InferenceSurface.Rest, new SecretHeaderShape(header, scheme));
    }

    /// <summary>The credentials of a call of a provider's own API, or of a list of steps.</summary>
    public static CallAuthorization Of(CallCredentials credentials, AiGatewayProvider? provider) =>
        Of(credentials, provider, InferenceSurface.Native);

    private static CallAuthorization Make(CallCredentials credentials, AiGatewayProvider? provider, bool isGatewayHost, SecretHeaderShape shape)
    {
        var secrets = new List<SecureString>();
        if (credentials.RunToken is SecureString run)
        {
            secrets.Add(run);
        }

        TokenSource? token = credentials.RunToken is null ? null : new TokenSource(credentials.RunToken);
        bool isWorkersAi = provider?.Slug == "workers-ai";
        if (credentials.ProviderKey is SecureString key)
        {
            secrets.Add(key);
            return new CallAuthorization(token, TokenPlace.Host, [new SecretHeader(shape.Name, shape.Scheme, key)], secrets, "Provider key on the request");
        }

        string credential = isWorkersAi ? "The account's Workers AI"
            : credentials.ByokAlias is string alias ? $"Stored key '{alias}'"
            : "Stored key or Unified Billing";
        return new CallAuthorization(token, isWorkersAi && isGatewayHost ? TokenPlace.Both : TokenPlace.Host, [], secrets, credential);
    }

    private readonly record struct SecretHeaderShape(string Name, string? Scheme);
}
