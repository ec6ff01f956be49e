using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.Json.Nodes;
using System.Threading.Tasks;

namespace CloudflareAiGateway.Client;

/// <summary>Secrets Stores over the transport.</summary>
internal sealed class SecretStoreClient : ISecretStoreClient
{
    private static readonly Action<AiGatewaySecretStore, string> s_setAccount =
        InitProperty.Setter<AiGatewaySecretStore, string>(nameof(AiGatewaySecretStore.AccountId));

    private static readonly Action<AiGatewaySecretStore, int?> s_setUsage =
        InitProperty.Setter<AiGatewaySecretStore, int?>(nameof(AiGatewaySecretStore.SecretUsage));

    private static readonly Action<AiGatewaySecretStore, int?> s_setQuota =
        InitProperty.Setter<AiGatewaySecretStore, int?>(nameof(AiGatewaySecretStore.SecretQuota));

    private readonly ApiTransport _transport;

    /// <summary>Works over a transport.</summary>
    public SecretStoreClient(ApiTransport transport) => _transport = transport;

    /// <inheritdoc/>
    public async Task<ResultPage<AiGatewaySecretStore>> ListAsync(string accountId, int page, int pageSize, CallContext call)
    {
        ResultPage<AiGatewaySecretStore> stores = await ListPlainAsync(accountId, page, pageSize, call, null).ConfigureAwait(false);
        if (stores.Items.Count > 0)
        {
            await AddQuotaAsync(accountId, stores.Items, call).ConfigureAwait(false);
        }

        return stores;
    }

    /// <inheritdoc/>
    public async Task<AiGatewaySecretStore> GetAsync(string accountId, string storeId, CallContext call)
    {
        ApiReply reply = await _transport.SendAsync(SecretStoreRequests.Get(accountId, storeId), call).ConfigureAwait(false);
        AiGatewaySecretStore store = Complete(reply.Read<AiGatewaySecretStore>().Result!, accountId);
        await AddQuotaAsync(accountId, [store], call).ConfigureAwait(false);
        return store;
    }

    /// <inheritdoc/>
    public async Task<AiGatewaySecretStore> GetOnlyAsync(string accountId, CallContext call)
    {
        IReadOnlyList<AiGatewaySecretStore> stores = await ListAllAsync(accountId, call).ConfigureAwait(false);
        return stores.Count switch
        {
            1 => stores[0],
            0 => throw Missing("The account has no Secrets Store.", "Make one with New-AiGatewaySecretStore; New-AiGatewayProviderKey makes one by itself."),
            _ => throw Several(stores),
        };
    }

    /// <inheritdoc/>
    public async Task<AiGatewaySecretStore> CreateAsync(string accountId, string name, CallContext call)
    {
        CallBudget budget = _transport.NewBudget();
        var body = new JsonObject { ["name"] = name };
        try
        {
            return await CreateAsync(accountId, name, body, call, budget).ConfigureAwait(false);
        }
        catch (AiGatewayException exception) when (exception.Kind is AiGatewayErrorKind.Rejected && WantsArray(exception))
        {
            // The API of early 2026.
            return await CreateAsync(accountId, name, new JsonArray(body.DeepClone()), call, budget).ConfigureAwait(false);
        }
    }

    /// <inheritdoc/>
    public async Task DeleteAsync(string accountId, string storeId, bool force, CallContext call)
    {
        ApiReply reply = await _transport.SendAsync(SecretStoreRequests.Delete(accountId, storeId, force), call).ConfigureAwait(false);
        reply.EnsureDeleted();
    }

    /// <summary>The account's stores, without the quota. There is one at most today, so one page holds them.</summary>
    internal async Task<IReadOnlyList<AiGatewaySecretStore>> ListAllAsync(string accountId, CallContext call) =>
        (await ListPlainAsync(accountId, page: 1, pageSize: 100, call, null).ConfigureAwait(false)).Items;

    /// <summary>Says that one has to be chosen.</summary>
    internal static AiGatewayException Several(IReadOnlyList<AiGatewaySecretStore> stores) => Missing(
        "The account has several Secrets Stores: " + string.Join(", ", stores.Select(store => $"{store.Name} ({store.Id})")) + ".",
        "Say which one with -StoreId.");

    private static AiGatewayException Missing(string message, string action) =>
        new(AiGatewayErrorKind.NotFound, message) { RecommendedAction = action, Resource = ErrorSubject.Store };

    private static bool WantsArray(AiGatewayException exception) =>
        exception.ApiErrors.Any(error => error.Message.Contains("invalid_json_body", StringComparison.Ordinal));

    private static AiGatewaySecretStore Complete(AiGatewaySecretStore store, string accountId)
    {
        s_setAccount(store, accountId);
        return store;
    }

    private Task<AiGatewaySecretStore> CreateAsync(string accountId, string name, JsonNode body, CallContext call, CallBudget budget) =>
        new NamedCreate(_transport, call, budget).RunAsync(
            SecretStoreRequests.Create(accountId, name, body),
            reply => Complete(OneOrFirst.Read<AiGatewaySecretStore>(reply), accountId),
            async left => (await ListPlainAsync(accountId, page: 1, pageSize: 100, call, left).ConfigureAwait(false)).Items.FirstOrDefault(store => store.Name == name),
            _ => true);

    private async Task<ResultPage<AiGatewaySecretStore>> ListPlainAsync(string accountId, int page, int pageSize, CallContext call, CallBudget? budget)
    {
        ApiReply reply = await _transport.SendAsync(SecretStoreRequests.List(accountId, page, pageSize), call, budget).ConfigureAwait(false);
        Envelope<List<AiGatewaySecretStore>> envelope = reply.Read<List<AiGatewaySecretStore>>();
        foreach (AiGatewaySecretStore store in envelope.Result!)
        {
            Complete(store, accountId);
        }

        return Pages.Of(envelope, page, pageSize);
    }

    /// <summary>The quota is the account's; a store without it is still a store, so a failure here is only told.</summary>
    private async Task AddQuotaAsync(string accountId, IReadOnlyList<AiGatewaySecretStore> stores, CallContext call)
    {
        ApiOutcome outcome = await _transport.TrySendAsync(SecretStoreRequests.Quota(accountId), call).ConfigureAwait(false);
        if (outcome.Error is AiGatewayException error)
        {
            call.Sink.Report(DiagnosticKind.Verbose, error.Message);
            return;
        }

        SecretQuota quota = outcome.Reply!.Read<SecretQuotaResult>().Result!.Secrets;
        foreach (AiGatewaySecretStore store in stores)
        {
            s_setUsage(store, quota.Usage);
            s_setQuota(store, quota.Quota);
        }
    }
}
