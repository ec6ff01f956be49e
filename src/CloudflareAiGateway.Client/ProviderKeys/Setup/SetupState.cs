namespace CloudflareAiGateway.Client;

/// <summary>What the steps of storing one key hand on to each other.</summary>
internal sealed class SetupState
{
    /// <summary>Starts with what was asked for.</summary>
    public SetupState(ProviderKeyClient client, NewProviderKey wanted)
    {
        Client = client;
        Wanted = wanted;
        SecretName = ProviderKeyName.OfSecret(wanted.Gateway, wanted.Provider, wanted.Alias);
        Wait = new GrowingWait(client.Transport.Clock, wanted.Patience);
    }

    /// <summary>The clients of keys, gateways, stores and secrets.</summary>
    public ProviderKeyClient Client { get; }

    /// <summary>What was asked for.</summary>
    public NewProviderKey Wanted { get; }

    /// <summary>The name that the secret has to have.</summary>
    public string SecretName { get; }

    /// <summary>Whether the key becomes the provider's default.</summary>
    public bool IsDefault => Wanted.IsDefault ?? Wanted.Alias == ProviderKeyName.DefaultAlias;

    /// <summary>The store; null until there is one.</summary>
    public string? StoreId { get; set; }

    /// <summary>The secret as it was seen last; null until there is one.</summary>
    public AiGatewaySecret? Secret { get; set; }

    /// <summary>The key; null until it is attached.</summary>
    public AiGatewayProviderKey? Key { get; set; }

    /// <summary>The waits for the secret; they start anew when there is something to wait for.</summary>
    public GrowingWait Wait { get; private set; }

    /// <summary>Begins to wait.</summary>
    public void StartWaiting() => Wait = new GrowingWait(Client.Transport.Clock, Wanted.Patience);
}
