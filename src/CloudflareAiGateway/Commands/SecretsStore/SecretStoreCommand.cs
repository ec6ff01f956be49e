using System.Management.Automation;
using CloudflareAiGateway.Completion;

namespace CloudflareAiGateway.Commands;

/// <summary>What commands on single secrets have in common: the store, which may be left out where the account has only one.</summary>
public abstract class SecretStoreCommand : ConnectedCommand
{
    private readonly StoreResolver _stores;

    /// <summary>Has not looked for a store yet.</summary>
    protected SecretStoreCommand() => _stores = new StoreResolver(this);

    /// <summary>The store's id; left out, the account's only store.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [ArgumentCompleter(typeof(SecretStoreIdCompleter))]
    [AllowEmptyString]
    [AllowNull]
    public string? StoreId { get; set; }

    private protected override string ResourceName => "Secret";

    /// <summary>The store of this record.</summary>
    /// <exception cref="AiGatewayException">None was given, and the account has none or several.</exception>
    private protected string ResolveStoreId(string accountId) => _stores.Resolve(Client.SecretStores, accountId, StoreId);

    /// <summary>How a secret reads in -WhatIf and -Confirm.</summary>
    private protected static string Describe(AiGatewaySecret secret) => $"secret '{secret.Name}' ({secret.Id}, account {secret.AccountId})";
}
