using System;
using System.Collections.Generic;
using System.Threading.Tasks;
using CloudflareAiGateway.Emulator;

namespace CloudflareAiGateway.Client.Tests;

/// <summary>Stores keys for a gateway <c>prod</c>.</summary>
internal sealed class KeyBench : IDisposable
{
    public const string Value = "sk-canary-0123456789abcdef";
    public const string SecretName = "prod_openai_default";

    public KeyBench(EmulatorBehaviour? behaviour = null, int retries = 0) => Twin = new TwinBench(behaviour, retries);

    public TwinBench Twin { get; }

    public IProviderKeyClient Keys => Twin.Client.ProviderKeys;

    public ISecretClient Secrets => Twin.Client.Secrets;

    public static NewProviderKey Wanted(
        string? value = Value, string? secretId = null, bool force = false, string provider = "openai", string alias = "default", bool? isDefault = null, int? limit = null, double patience = 60) =>
        new()
        {
            AccountId = TwinBench.Account,
            Gateway = "prod",
            Provider = provider,
            Alias = alias,
            IsDefault = isDefault,
            RateLimit = limit,
            ApiKey = value is null ? null : Bench.Secret(value),
            SecretId = secretId,
            Force = force,
            Patience = TimeSpan.FromSeconds(patience),
        };

    /// <summary>Makes the gateway, and forgets the requests that it took.</summary>
    public async Task<KeyBench> WithGatewayAsync()
    {
        await Twin.Client.Gateways.CreateAsync(TwinBench.Account, "prod", new Dictionary<string, object?> { ["cache_ttl"] = 300 }, Twin.Call);
        Twin.App.ClearRequests();
        return this;
    }

    /// <summary>Makes the store; new secrets are active at once from then on.</summary>
    public async Task<string> MakeStoreAsync() =>
        (await Twin.Client.SecretStores.CreateAsync(TwinBench.Account, "default_secrets_store", Twin.Call)).Id;

    public Task<AiGatewaySecret> MakeSecretAsync(string storeId, string name = SecretName, string? comment = null, params SecretScope[] scopes) =>
        Secrets.CreateAsync(
            TwinBench.Account, storeId, new NewSecret { Name = name, Value = Bench.Secret("another-value"), Scopes = scopes.Length == 0 ? [SecretScope.AiGateway] : scopes, Comment = comment }, Twin.Call);

    /// <summary>Plans and runs to the end.</summary>
    public Task<AiGatewayProviderKey> StoreAsync(NewProviderKey? wanted = null, List<string>? statuses = null) => Twin.RunAsync(StoreCoreAsync(wanted ?? Wanted(), statuses));

    public Task<AiGatewayException> FailAsync(NewProviderKey? wanted = null) => Twin.FailAsync(StoreCoreAsync(wanted ?? Wanted(), null));

    public void Dispose() => Twin.Dispose();

    private async Task<AiGatewayProviderKey> StoreCoreAsync(NewProviderKey wanted, List<string>? statuses)
    {
        IProviderKeySetup setup = await Keys.PlanAsync(wanted, Twin.Call);
        ProviderKeyProgress progress;
        do
        {
            progress = await setup.StepAsync(Twin.Call);
            statuses?.Add(progress.Status);
        }
        while (progress.Key is null);

        return progress.Key;
    }
}
