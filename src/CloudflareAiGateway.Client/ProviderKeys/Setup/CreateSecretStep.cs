using System.Collections.Generic;
using System.Threading.Tasks;

namespace CloudflareAiGateway.Client;

/// <summary>Makes the secret that holds the key, under the one name by which the gateway looks for it.</summary>
internal sealed class CreateSecretStep : SetupStep
{
    private readonly string _name;

    /// <summary>Names the secret.</summary>
    public CreateSecretStep(string name) => _name = name;

    /// <summary>
    /// The comment by which a later run knows a secret that an interrupted one left. It has the name in it, as copies inherit comments.
    /// </summary>
    public static string MarkOf(string name) => $"Made by New-AiGatewayProviderKey as {name}";

    /// <inheritdoc/>
    public override string Planned => $"Create secret '{_name}' with the key, for the scope ai_gateway";

    /// <inheritdoc/>
    public override async Task<bool> RunAsync(SetupState state, CallContext call)
    {
        var secret = new NewSecret { Name = _name, Value = state.Wanted.ApiKey!, Scopes = [SecretScope.AiGateway], Comment = MarkOf(_name) };
        state.Secret = await state.Client.Secrets.CreateAsync(state.Wanted.AccountId, state.StoreId!, secret, call).ConfigureAwait(false);
        return true;
    }

    /// <inheritdoc/>
    public override string Outcome(SetupState state) => $"the secret '{_name}' ({state.Secret!.Id}) was made";

    /// <inheritdoc/>
    public override string HowToUndo(SetupState state) => $"Remove-AiGatewaySecret -SecretId {state.Secret!.Id} -StoreId {state.StoreId}";

    /// <inheritdoc/>
    public override async Task<bool> UndoAsync(SetupState state, CallContext call)
    {
        IReadOnlyDictionary<string, AiGatewayException> left = await state.Client.Secrets
            .DeleteAsync(state.Wanted.AccountId, state.StoreId!, [state.Secret!.Id], call).ConfigureAwait(false);
        return left.Count == 0;
    }
}
