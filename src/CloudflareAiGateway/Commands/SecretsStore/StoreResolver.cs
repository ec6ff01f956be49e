using System;
using System.Collections.Generic;

namespace CloudflareAiGateway.Commands;

/// <summary>Finds the store of a record: the one that was given, else the account's only one, which is looked up once per command.</summary>
internal sealed class StoreResolver
{
    private readonly Dictionary<string, string> _onlyStores = new(StringComparer.Ordinal);
    private readonly CancellableCommand _command;

    /// <summary>Works for one run of a command.</summary>
    public StoreResolver(CancellableCommand command) => _command = command;

    /// <summary>The store's id.</summary>
    /// <exception cref="AiGatewayException">None was given, and the account has none or several.</exception>
    public string Resolve(ISecretStoreClient stores, string accountId, string? given)
    {
        if (!string.IsNullOrEmpty(given))
        {
            return given!;
        }

        if (!_onlyStores.TryGetValue(accountId, out string? only))
        {
            only = _command.Await(call => stores.GetOnlyAsync(accountId, call)).Id;
            _onlyStores.Add(accountId, only);
        }

        return only;
    }
}
