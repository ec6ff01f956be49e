using System;
using System.Collections.Generic;
using System.Linq;

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

    private CredentialChoice FindOfAccount(StateTables tables, InferenceCall call, ModelStep step)
    {
        IReadOnlyList<string> aliases = services.Sources.StoredKeys.Aliases(tables, call.AccountId, call.Gateway.Id, step.Provider.Slug);
        string alias = step.Options.ByokAlias ?? DefaultAlias;
        bool isNative = !call.IsRest && !step.IsCompat;
        if (aliases.Contains(alias, StringComparer.Ordinal) && (isNative || alias == DefaultAlias))
        {
            return new CredentialChoice(CredentialKind.Stored);
        }

        // Elsewhere another alias than the default one is passed over in silence.
        if (isNative && step.Options.ByokAlias is not null)
        {
            return CredentialChoice.Refused(GatewayRefusal.NoSuchKey(alias, aliases.Count == 0 ? "none" : string.Join(", ", aliases)));
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

    private CredentialChoice FindCredits(StateTables tables, InferenceCall call)
    {
        if (services.Behaviour.NoCredits || !services.Sources.Credits.HasCredits(tables, call.AccountId))
        {
            return CredentialChoice.Refused(GatewayRefusal.NoCredits);
        }

        return new CredentialChoice(CredentialKind.Credits);
    }
}
