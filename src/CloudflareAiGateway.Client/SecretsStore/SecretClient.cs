using System;
using System.Collections.Generic;
using System.Text.Json.Nodes;
using System.Threading.Tasks;

namespace CloudflareAiGateway.Client;

/// <summary>Secrets over the transport. Making them is in <see cref="SecretCreation"/>, deleting them in <see cref="SecretDeletion"/>.</summary>
internal sealed class SecretClient : ISecretClient
{
    private const int LargestPage = 100;

    private static readonly Action<AiGatewaySecret, string> s_setAccount = InitProperty.Setter<AiGatewaySecret, string>(nameof(AiGatewaySecret.AccountId));
    private static readonly Action<AiGatewaySecret, string> s_setStore = InitProperty.Setter<AiGatewaySecret, string>(nameof(AiGatewaySecret.StoreId));

    private readonly ApiTransport _transport;

    /// <summary>Works over a transport.</summary>
    public SecretClient(ApiTransport transport) => _transport = transport;

    /// <inheritdoc/>
    public Task<ResultPage<AiGatewaySecret>> ListAsync(string accountId, string storeId, string? search, int page, int pageSize, CallContext call) =>
        ReadPageAsync(accountId, storeId, search, page, pageSize, call, null);

    /// <inheritdoc/>
    public async Task<AiGatewaySecret> GetAsync(string accountId, string storeId, string secretId, CallContext call)
    {
        ApiReply reply = await _transport.SendAsync(SecretRequests.Get(accountId, storeId, secretId), call).ConfigureAwait(false);
        return Complete(reply.Read<AiGatewaySecret>().Result!, accountId, storeId);
    }

    /// <inheritdoc/>
    public Task<AiGatewaySecret?> FindAsync(string accountId, string storeId, string name, CallContext call) => FindAsync(accountId, storeId, name, call, null);

    /// <inheritdoc/>
    public async Task<long> CountAsync(string accountId, string storeId, CallContext call)
    {
        ResultPage<AiGatewaySecret> first = await ReadPageAsync(accountId, storeId, null, 1, LargestPage, call, null).ConfigureAwait(false);
        if (first.TotalCount is long total && total >= first.Items.Count)
        {
            return total;
        }

        long count = 0;
        await ListWalk.RunAsync(
            page => page == 1 ? Task.FromResult(first) : ReadPageAsync(accountId, storeId, null, page, LargestPage, call, null),
            secret => secret.Id,
            _ =>
            {
                count++;
                return false;
            }).ConfigureAwait(false);
        return count;
    }

    /// <inheritdoc/>
    public Task<AiGatewaySecret> CreateAsync(string accountId, string storeId, NewSecret secret, CallContext call)
    {
        var members = new Dictionary<string, object?>
        {
            ["name"] = secret.Name,
            ["value"] = secret.Value,
            ["scopes"] = SecretScopes.Sorted(secret.Scopes),
        };
        if (secret.Comment is not null)
        {
            members["comment"] = secret.Comment;
        }

        var writer = new SettingsWriter();
        JsonObject body = writer.Write(members);
        return new SecretCreation(_transport, this, accountId, storeId, call)
            .RunAsync(SecretRequests.Create(accountId, storeId, secret.Name, body, writer.Secrets), secret.Name, secret.Scopes, secret.Comment);
    }

    /// <inheritdoc/>
    public async Task<AiGatewaySecret> PatchAsync(string accountId, string storeId, string secretId, SecretPatch patch, CallContext call)
    {
        var members = new Dictionary<string, object?>();
        if (patch.Value is not null)
        {
            members["value"] = patch.Value;
        }

        if (patch.Scopes is not null)
        {
            members["scopes"] = SecretScopes.Sorted(patch.Scopes);
        }

        if (patch.Comment is not null)
        {
            members["comment"] = patch.Comment;
        }

        var writer = new SettingsWriter();
        JsonObject body = writer.Write(members);
        ApiReply reply = await _transport.SendAsync(SecretRequests.Patch(accountId, storeId, secretId, body, writer.Secrets), call).ConfigureAwait(false);
        return Complete(OneOrFirst.Read<AiGatewaySecret>(reply), accountId, storeId);
    }

    /// <inheritdoc/>
    public Task<AiGatewaySecret> CopyAsync(AiGatewaySecret source, string name, IReadOnlyList<SecretScope> scopes, string? comment, CallContext call)
    {
        var members = new Dictionary<string, object?> { ["name"] = name, ["scopes"] = SecretScopes.Sorted(scopes) };
        if (comment is not null)
        {
            members["comment"] = comment;
        }

        ApiRequest request = SecretRequests.Duplicate(source.AccountId, source.StoreId, source.Id, name, new SettingsWriter().Write(members));
        return new SecretCreation(_transport, this, source.AccountId, source.StoreId, call).RunAsync(request, name, scopes, comment);
    }

    /// <inheritdoc/>
    public Task<IReadOnlyDictionary<string, AiGatewayException>> DeleteAsync(string accountId, string storeId, IReadOnlyList<string> secretIds, CallContext call) =>
        new SecretDeletion(_transport, this, accountId, storeId, call).RunAsync(secretIds);

    /// <summary>The secret of a name, read within a deadline.</summary>
    internal async Task<AiGatewaySecret?> FindAsync(string accountId, string storeId, string name, CallContext call, CallBudget? budget)
    {
        AiGatewaySecret? found = null;
        await WalkAsync(accountId, storeId, call, budget, secret =>
        {
            found = secret.Name == name && secret.Status is not SecretStatus.Deleted ? secret : null;
            return found is not null;
        }).ConfigureAwait(false);
        return found;
    }

    /// <summary>Calls back for each secret of a store until it says that it has seen enough.</summary>
    internal Task WalkAsync(string accountId, string storeId, CallContext call, CallBudget? budget, Func<AiGatewaySecret, bool> isEnough) =>
        ListWalk.RunAsync(page => ReadPageAsync(accountId, storeId, null, page, LargestPage, call, budget), secret => secret.Id, isEnough);

    /// <summary>Adds what the API does not send, and the store as it was asked for.</summary>
    internal static AiGatewaySecret Complete(AiGatewaySecret secret, string accountId, string storeId)
    {
        s_setAccount(secret, accountId);
        s_setStore(secret, storeId);
        return secret;
    }

    private async Task<ResultPage<AiGatewaySecret>> ReadPageAsync(
        string accountId, string storeId, string? search, int page, int pageSize, CallContext call, CallBudget? budget)
    {
        ApiReply reply = await _transport.SendAsync(SecretRequests.List(accountId, storeId, search, page, pageSize), call, budget).ConfigureAwait(false);
        Envelope<List<AiGatewaySecret>> envelope = reply.Read<List<AiGatewaySecret>>();
        foreach (AiGatewaySecret secret in envelope.Result!)
        {
            Complete(secret, accountId, storeId);
        }

        return Pages.Of(envelope, page, pageSize);
    }
}
