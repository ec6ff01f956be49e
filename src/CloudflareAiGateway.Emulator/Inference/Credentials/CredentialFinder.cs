using System;
using System.Collections.Generic;

namespace CloudflareAiGateway.Emulator;

/// <summary>Chooses what a provider is called with: the key on the request, a stored one, the account's credits, in this order.</summary>
internal sealed class CredentialFinder(EmulatorServices services)
{
    /// <summary>Keys that begin like this are not the provider's.</summary>
    public const string WrongKeyPrefix = "wrong-";

    private const string DefaultAlias = "default";

    /// <summary>Chooses; in a turn of the store.</summary>
    public CredentialChoice Find(StateTables tables, InferenceCall call, ModelStep step)
    {
        string? key = ProviderKey.Find(call, step);
        if (step.Provider.IsWorkersAi)
        {
            return FindForWorkersAi(tables, call, key);
        }

        if (key is not null)
        {
            // A token of the account's tells the provider nothing: this is the classic mistake.
            bool isWrong = key.StartsWith(WrongKeyPrefix, StringComparison.Ordinal) || services.Tokens.Find(key) is not null;
            return new CredentialChoice(CredentialKind.Request, IsWrong: isWrong);
        }

        // Who does not say who he is gets nothing of the account's.
        return call.IsAuthorized ? FindOfAccount(tables, call, step) : new CredentialChoice(CredentialKind.None, IsWrong: true);
    }

    /// <summary>Whether the account can pay; in a turn of the store.</summary>
    public bool HasCredits(StateTables tables, InferenceCall call) => services.Sources.Credits.HasCredits(services, tables, call.AccountId, call.Now);

    private CredentialChoice FindOfAccount(StateTables tables, InferenceCall call, ModelStep step)
    {
        IStoredKeySource keys = services.Sources.StoredKeys;
        string? alias = step.Options.ByokAlias;
        bool isNative = !call.IsRest && !step.IsCompat;

        // Elsewhere only the default key counts, and another alias leads past it in silence.
        bool mayBeStored = isNative || alias is null or DefaultAlias;
        if (mayBeStored && keys.Has(tables, call.AccountId, call.Gateway.Id, step.Provider.Slug, isNative ? alias : null, call.Now))
        {
            return new CredentialChoice(CredentialKind.Stored);
        }

        if (isNative && alias is not null)
        {
            IReadOnlyList<string> known = keys.Aliases(tables, call.AccountId, call.Gateway.Id, step.Provider.Slug);
            return CredentialChoice.Refused(GatewayRefusal.NoSuchKey(alias, known.Count == 0 ? "none" : string.Join(", ", known)));
        }

        if (call.Gateway.ByokOnly || step.Options.RefusesCredits)
        {
            return CredentialChoice.Refused(GatewayRefusal.NoCredentials);
        }

        return step.Provider.HasUnifiedBilling ? FindCredits(tables, call) : CredentialChoice.Refused(GatewayRefusal.NotBillable);
    }

    private CredentialChoice FindForWorkersAi(StateTables tables, InferenceCall call, string? key)
    {
        if (key is not null)
        {
            bool mayRun = services.Tokens.Find(key) is EmulatorToken token && token.MayUse(call.AccountId) && token.HasAny(Permission.RunsWorkersAi);
            return new CredentialChoice(CredentialKind.Request, IsWrong: !mayRun);
        }

        if (!call.IsAuthorized)
        {
            return new CredentialChoice(CredentialKind.None, IsWrong: true);
        }

        return call.Gateway.WorkersAiUsesCredits ? FindCredits(tables, call) : new CredentialChoice(CredentialKind.Account);
    }

    private CredentialChoice FindCredits(StateTables tables, InferenceCall call) =>
        HasCredits(tables, call) ? new CredentialChoice(CredentialKind.Credits) : CredentialChoice.Refused(GatewayRefusal.NoCredits);
}
