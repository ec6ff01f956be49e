using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;

namespace CloudflareAiGateway.Client;

/// <summary>Looks at gateway, store, secret and key, and works out the steps that are left. It only reads, so it is all that -WhatIf runs.</summary>
internal sealed class ProviderKeyPlanner
{
    private readonly ProviderKeyClient _client;
    private readonly NewProviderKey _wanted;
    private readonly CallContext _call;
    private readonly SetupState _state;
    private readonly List<SetupStep> _steps = [];

    /// <summary>Takes what was asked for.</summary>
    public ProviderKeyPlanner(ProviderKeyClient client, NewProviderKey wanted, CallContext call)
    {
        _client = client;
        _wanted = wanted;
        _call = call;
        _state = new SetupState(client, wanted);
    }

    /// <summary>Plans.</summary>
    public async Task<IProviderKeySetup> PlanAsync()
    {
        AiGateway gateway = await _client.Gateways.GetAsync(_wanted.AccountId, _wanted.Gateway, _call).ConfigureAwait(false);
        AiGatewayProviderKey? existing = await _client
            .FindAsync(_wanted.AccountId, _wanted.Gateway, _wanted.Provider, _wanted.Alias, _call, _client.Transport.NewBudget())
            .ConfigureAwait(false);
        if (existing is not null)
        {
            PlanRotation(existing);
            return new ProviderKeySetup(_state, gateway, _steps);
        }

        await CheckCustomProviderAsync().ConfigureAwait(false);
        await PlanStoreAsync(gateway).ConfigureAwait(false);
        await (_wanted.SecretId is null ? PlanSecretAsync() : CheckSecretAsync(_wanted.SecretId)).ConfigureAwait(false);
        _steps.Add(new AwaitSecretStep(_state.SecretName, _wanted.Patience));
        _steps.Add(new AttachStep(_wanted));
        _steps.Add(new ReadBackStep());
        return new ProviderKeySetup(_state, gateway, _steps);
    }

    private static AiGatewayException Refuse(AiGatewayErrorKind kind, string resource, string message, string action) =>
        new(kind, message) { Resource = resource, RecommendedAction = action };

    /// <summary>The API takes a key for a custom provider that is not there, and no call would ever use it.</summary>
    private async Task CheckCustomProviderAsync()
    {
        if (_wanted.Force || !ProviderCatalog.IsCustom(_wanted.Provider))
        {
            return;
        }

        string slug = _wanted.Provider[ProviderCatalog.CustomPrefix.Length..];
        AiGatewayCustomProvider provider = await _client.CustomProviders.FindAsync(_wanted.AccountId, slug, _call).ConfigureAwait(false);
        if (provider.GatewaySlug != _wanted.Provider)
        {
            throw Refuse(
                AiGatewayErrorKind.NotFound,
                CustomProviderRequests.Resource,
                $"There is no custom provider '{slug}' that gateways call '{_wanted.Provider}'.",
                $"Did you mean {provider.GatewaySlug}? Get-AiGatewayCustomProvider lists what is there.");
        }
    }

    private void PlanRotation(AiGatewayProviderKey existing)
    {
        string what = $"Gateway '{_wanted.Gateway}' has a key of provider '{_wanted.Provider}' with the alias '{_wanted.Alias}' already";
        if (!_wanted.Force || _wanted.ApiKey is null)
        {
            throw Refuse(
                AiGatewayErrorKind.AlreadyExists,
                ErrorSubject.ProviderKey,
                what + ".",
                "Set-AiGatewayProviderKey replaces the key in place, as -Force with -ApiKey does here; -Alias adds another key beside it; Remove-AiGatewayProviderKey makes room.");
        }

        string[] differences =
        [
            .. Difference("DefaultConfig", existing.DefaultConfig, _wanted.IsDefault ?? existing.DefaultConfig),
            .. Difference("RateLimit", existing.RateLimit, _wanted.RateLimit ?? existing.RateLimit),
            .. Difference("RateLimitPeriod", existing.RateLimitPeriod, _wanted.RateLimitPeriod ?? existing.RateLimitPeriod),
        ];
        if (differences.Length > 0)
        {
            throw Refuse(
                AiGatewayErrorKind.AlreadyExists,
                ErrorSubject.ProviderKey,
                $"{what}, with other settings ({string.Join("; ", differences)}), and the API can change nothing of a key but its value.",
                "Leave those parameters out to replace the value alone, or remove the key first with Remove-AiGatewayProviderKey.");
        }

        _steps.Add(new RotateStep(existing));
    }

    private static IEnumerable<string> Difference<T>(string name, T? existing, T? wanted)
        where T : struct =>
        EqualityComparer<T?>.Default.Equals(existing, wanted) ? [] : [$"{name}: {existing?.ToString() ?? "null"}, not {wanted}"];

    private async Task PlanStoreAsync(AiGateway gateway)
    {
        IReadOnlyList<AiGatewaySecretStore> stores = await _client.Stores.ListAllAsync(_wanted.AccountId, _call).ConfigureAwait(false);
        bool isLinked = !string.IsNullOrEmpty(gateway.StoreId) && stores.Any(store => store.Id == gateway.StoreId);
        if (isLinked && _wanted.StoreId is string other && other != gateway.StoreId)
        {
            throw Refuse(
                AiGatewayErrorKind.Rejected,
                ErrorSubject.Store,
                $"Gateway '{gateway.Id}' keeps its keys in the Secrets Store {gateway.StoreId}, not in {other}.",
                $"Leave -StoreId out, or change the gateway first: Set-AiGateway {gateway.Id} -StoreId {other}. Keys that it has already are not found there.");
        }

        _state.StoreId = isLinked ? gateway.StoreId : Choose(stores)?.Id;
        if (_state.StoreId is null)
        {
            _steps.Add(new CreateStoreStep());
        }

        if (!isLinked)
        {
            _steps.Add(new LinkStoreStep(gateway, _state.StoreId));
        }
    }

    private AiGatewaySecretStore? Choose(IReadOnlyList<AiGatewaySecretStore> stores)
    {
        if (_wanted.StoreId is string id)
        {
            return stores.FirstOrDefault(store => store.Id == id)
                ?? throw Refuse(AiGatewayErrorKind.NotFound, ErrorSubject.Store, $"The account has no Secrets Store '{id}'.", "Get-AiGatewaySecretStore shows what is there.");
        }

        return stores.Count switch
        {
            0 => null,
            1 => stores[0],
            _ => throw SecretStoreClient.Several(stores),
        };
    }

    private async Task CheckSecretAsync(string secretId)
    {
        if (_state.StoreId is null)
        {
            throw Refuse(AiGatewayErrorKind.NotFound, ErrorSubject.Store, $"The account has no Secrets Store, so there is no secret '{secretId}'.", "Give the key itself with -ApiKey.");
        }

        AiGatewaySecret secret = await _client.Secrets.GetAsync(_wanted.AccountId, _state.StoreId, secretId, _call).ConfigureAwait(false);
        string copy = $"Copy-AiGatewaySecret -SecretId {secret.Id} -NewName {_state.SecretName} -Scopes AiGateway makes one that fits.";
        if (secret.Name != _state.SecretName)
        {
            throw Refuse(
                AiGatewayErrorKind.Rejected,
                ErrorSubject.Secret,
                $"Secret '{secret.Name}' cannot be this key: the gateway would look for a secret called '{_state.SecretName}'.",
                copy);
        }

        if (Array.IndexOf(secret.Scopes, SecretScope.AiGateway) < 0)
        {
            throw Refuse(
                AiGatewayErrorKind.Rejected,
                ErrorSubject.Secret,
                $"Secret '{secret.Name}' cannot be a provider key: AI Gateway is not among its scopes ({string.Join(", ", secret.Scopes)}).",
                $"Set-AiGatewaySecret -SecretId {secret.Id} -Scopes {string.Join(", ", secret.Scopes.Append(SecretScope.AiGateway))} adds it.");
        }

        _state.Secret = secret;
    }

    private async Task PlanSecretAsync()
    {
        AiGatewaySecret? secret = _state.StoreId is null
            ? null
            : await _client.Secrets.FindAsync(_wanted.AccountId, _state.StoreId, _state.SecretName, _call).ConfigureAwait(false);
        if (secret is null)
        {
            _steps.Add(new CreateSecretStep(_state.SecretName));
            return;
        }

        // Values cannot be read, so one that is there is never trusted: it is replaced, or the user has to say that it is right.
        bool wasLeft = secret.Comment == CreateSecretStep.MarkOf(secret.Name);
        if (!wasLeft && !_wanted.Force)
        {
            throw Refuse(
                AiGatewayErrorKind.AlreadyExists,
                ErrorSubject.Secret,
                $"Secret '{secret.Name}' exists already and was not made by this command, so its value was left alone.",
                $"-Force replaces its value; -SecretId {secret.Id} instead of -ApiKey takes it as it is; Remove-AiGatewaySecret makes room.");
        }

        _steps.Add(new ReplaceValueStep(secret, wasLeft));
    }
}
