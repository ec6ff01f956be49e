using System;
using System.Collections.Generic;
using System.Security;
using System.Text.Json.Nodes;
using System.Threading.Tasks;

namespace CloudflareAiGateway.Client;

/// <summary>Provider keys over the transport. Storing one is planned by <see cref="ProviderKeyPlanner"/>.</summary>
internal sealed class ProviderKeyClient : IProviderKeyClient
{
    private const int PageSize = 50;

    private static readonly Action<AiGatewayProviderKey, string> s_setAccount =
        InitProperty.Setter<AiGatewayProviderKey, string>(nameof(AiGatewayProviderKey.AccountId));

    private static readonly Action<AiGatewayProviderKey, string> s_setGateway =
        InitProperty.Setter<AiGatewayProviderKey, string>(nameof(AiGatewayProviderKey.GatewayId));

    private readonly ApiTransport _transport;

    /// <summary>Works over a transport.</summary>
    public ProviderKeyClient(ApiTransport transport)
    {
        _transport = transport;
        Gateways = new GatewayClient(transport);
        Stores = new SecretStoreClient(transport);
        Secrets = new SecretClient(transport);
        CustomProviders = new CustomProviderClient(transport);
    }

    /// <summary>Gateways: a key needs the store in their settings.</summary>
    internal GatewayClient Gateways { get; }

    /// <summary>Stores.</summary>
    internal SecretStoreClient Stores { get; }

    /// <summary>Secrets, which hold the keys.</summary>
    internal SecretClient Secrets { get; }

    /// <summary>The account's own providers, which keys may be for.</summary>
    internal CustomProviderClient CustomProviders { get; }

    /// <summary>What all of it goes through.</summary>
    internal ApiTransport Transport => _transport;

    /// <inheritdoc/>
    public async Task<ResultPage<AiGatewayProviderKey>> ListAsync(string accountId, string gateway, int page, int pageSize, CallContext call)
    {
        ResultPage<AiGatewayProviderKey> keys = await ListAsync(accountId, gateway, page, pageSize, call, null).ConfigureAwait(false);
        if (page == 1 && keys.Items.Count == 0)
        {
            await Gateways.GetAsync(accountId, gateway, call).ConfigureAwait(false);
        }

        return keys;
    }

    /// <inheritdoc/>
    public Task<AiGatewayProviderKey?> FindAsync(string accountId, string gateway, string provider, string alias, CallContext call) =>
        FindFirstAsync(page => ListAsync(accountId, gateway, page, PageSize, call), key => IsKey(key, provider, alias));

    /// <inheritdoc/>
    public Task<IProviderKeySetup> PlanAsync(NewProviderKey key, CallContext call) => new ProviderKeyPlanner(this, key, call).PlanAsync();

    /// <inheritdoc/>
    public async Task<AiGatewayProviderKey> RotateAsync(string accountId, string gateway, string keyId, SecureString value, CallContext call)
    {
        var writer = new SettingsWriter();
        JsonObject body = writer.Write(new Dictionary<string, object?> { ["secret"] = value });
        ApiReply reply = await _transport.SendAsync(ProviderKeyRequests.Put(accountId, gateway, keyId, body, writer.Secrets), call).ConfigureAwait(false);
        return Complete(reply.Read<AiGatewayProviderKey>().Result!, accountId, gateway);
    }

    /// <inheritdoc/>
    public async Task DeleteAsync(string accountId, string gateway, string keyId, CallContext call)
    {
        ApiReply reply = await _transport.SendAsync(ProviderKeyRequests.Delete(accountId, gateway, keyId), call).ConfigureAwait(false);
        reply.EnsureDeleted();
    }

    /// <inheritdoc/>
    public async Task<ProviderKeySecret?> FindSecretAsync(AiGatewayProviderKey key, CallContext call)
    {
        AiGateway gateway = await Gateways.GetAsync(key.AccountId, key.GatewayId, call).ConfigureAwait(false);
        string storeId = gateway.StoreId ?? (await Stores.GetOnlyAsync(key.AccountId, call).ConfigureAwait(false)).Id;
        AiGatewaySecret secret;
        try
        {
            secret = await Secrets.GetAsync(key.AccountId, storeId, key.SecretId, call).ConfigureAwait(false);
        }
        catch (AiGatewayException exception) when (exception.Kind is AiGatewayErrorKind.NotFound)
        {
            return null;
        }

        return new ProviderKeySecret(secret, await OtherUseAsync(key, secret, call).ConfigureAwait(false));
    }

    /// <summary>One page, without a check of the gateway, within a deadline.</summary>
    internal async Task<ResultPage<AiGatewayProviderKey>> ListAsync(
        string accountId, string gateway, int page, int pageSize, CallContext call, CallBudget? budget)
    {
        ApiReply reply = await _transport.SendAsync(ProviderKeyRequests.List(accountId, gateway, page, pageSize), call, budget).ConfigureAwait(false);
        Envelope<List<AiGatewayProviderKey>> envelope = reply.Read<List<AiGatewayProviderKey>>();
        foreach (AiGatewayProviderKey key in envelope.Result!)
        {
            Complete(key, accountId, gateway);
        }

        return Pages.Of(envelope, page, pageSize);
    }

    /// <summary>The key of a provider and alias, within a deadline; null when it is not there.</summary>
    internal Task<AiGatewayProviderKey?> FindAsync(string accountId, string gateway, string provider, string alias, CallContext call, CallBudget budget) =>
        FindFirstAsync(page => ListAsync(accountId, gateway, page, PageSize, call, budget), key => IsKey(key, provider, alias));

    /// <summary>Adds what the API does not send.</summary>
    internal static AiGatewayProviderKey Complete(AiGatewayProviderKey key, string accountId, string gateway)
    {
        s_setAccount(key, accountId);
        s_setGateway(key, gateway);
        return key;
    }

    private static bool IsKey(AiGatewayProviderKey key, string provider, string alias) => key.ProviderSlug == provider && key.Alias == alias;

    private static async Task<AiGatewayProviderKey?> FindFirstAsync(
        Func<int, Task<ResultPage<AiGatewayProviderKey>>> readPage, Func<AiGatewayProviderKey, bool> isWanted)
    {
        AiGatewayProviderKey? found = null;
        await ListWalk.RunAsync(readPage, key => key.Id, key => (found = isWanted(key) ? key : null) is not null).ConfigureAwait(false);
        return found;
    }

    private async Task<string?> OtherUseAsync(AiGatewayProviderKey key, AiGatewaySecret secret, CallContext call)
    {
        SecretScope[] others = Array.FindAll(secret.Scopes, scope => scope is not SecretScope.AiGateway);
        if (others.Length > 0)
        {
            return $"{string.Join(", ", SecretScopes.OnWire(others))} may use it, too";
        }

        if (secret.Name != ProviderKeyName.OfSecret(key.GatewayId, key.ProviderSlug, key.Alias))
        {
            return "its name is not the one of this key";
        }

        AiGatewayProviderKey? other = await FindFirstAsync(
            page => ListAsync(key.AccountId, key.GatewayId, page, PageSize, call, null),
            each => each.Id != key.Id && each.SecretId == secret.Id).ConfigureAwait(false);
        return other is null ? null : $"the key {other} of the gateway uses it, too";
    }
}
