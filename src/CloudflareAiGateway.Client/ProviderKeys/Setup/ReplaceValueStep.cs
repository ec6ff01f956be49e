using System;
using System.Threading.Tasks;

namespace CloudflareAiGateway.Client;

/// <summary>Puts the key into a secret that is there already, so that whatever it held before is never taken for this key.</summary>
internal sealed class ReplaceValueStep : SetupStep
{
    private readonly AiGatewaySecret _secret;
    private readonly bool _wasLeft;

    /// <summary>Names the secret.</summary>
    /// <param name="secret">The secret as it is.</param>
    /// <param name="wasLeft">Whether an interrupted run left it.</param>
    public ReplaceValueStep(AiGatewaySecret secret, bool wasLeft)
    {
        _secret = secret;
        _wasLeft = wasLeft;
    }

    /// <inheritdoc/>
    public override string Planned =>
        $"Put the key into secret '{_secret.Name}', which {(_wasLeft ? "an earlier run made and left" : "is there already: its value is replaced")}";

    /// <inheritdoc/>
    public override async Task<bool> RunAsync(SetupState state, CallContext call)
    {
        bool isOpen = Array.IndexOf(_secret.Scopes, SecretScope.AiGateway) >= 0;
        var patch = new SecretPatch { Value = state.Wanted.ApiKey, Scopes = isOpen ? null : [.. _secret.Scopes, SecretScope.AiGateway] };
        state.Secret = await state.Client.Secrets.PatchAsync(state.Wanted.AccountId, state.StoreId!, _secret.Id, patch, call).ConfigureAwait(false);
        return true;
    }

    /// <inheritdoc/>
    public override string Outcome(SetupState state) => $"the value of secret '{_secret.Name}' ({_secret.Id}) was replaced";
}
