using System;
using System.Collections.Generic;

namespace CloudflareAiGateway;

/// <summary>
/// How one client reaches one model: address, spelling of the model, and where which secret goes. Worked out before any text is written, so
/// that all clients obey the same rules.
/// </summary>
internal sealed class ClientRoute
{
    /// <summary>The header of the gateway's own token.</summary>
    public const string TokenHeader = "cf-aig-authorization";

    /// <summary>The header by which the REST API chooses a gateway.</summary>
    public const string GatewayHeader = "cf-aig-gateway-id";

    /// <summary>The surface that is called.</summary>
    public ProviderSurfaces Surface { get; init; }

    /// <summary>The address that the client is given; it appends the rest.</summary>
    public string Address { get; init; } = string.Empty;

    /// <summary>The model in the surface's spelling.</summary>
    public string Model { get; init; } = string.Empty;

    /// <summary>The provider; null where the service chooses.</summary>
    public AiGatewayProvider? Provider { get; init; }

    /// <summary>
    /// What goes where the client sends its own key. Null: nothing may go there, or the gateway would pass it on to the provider.
    /// </summary>
    public ClientVariable? Key { get; init; }

    /// <summary>What goes into <see cref="TokenHeader"/> after <c>Bearer</c>; null when that header is not sent.</summary>
    public ClientVariable? Token { get; init; }

    /// <summary>Further secrets, of clients that call several providers.</summary>
    public IReadOnlyList<ClientVariable> MoreVariables { get; init; } = Array.Empty<ClientVariable>();

    /// <summary>Headers with fixed values.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Headers { get; init; } = Array.Empty<KeyValuePair<string, string>>();

    /// <summary>The variables in the order of their use.</summary>
    public IEnumerable<ClientVariable> Variables
    {
        get
        {
            if (Key is not null)
            {
                yield return Key;
            }

            foreach (ClientVariable variable in MoreVariables)
            {
                yield return variable;
            }

            if (Token is not null)
            {
                yield return Token;
            }
        }
    }
}
