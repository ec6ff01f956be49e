using System.Threading.Tasks;

namespace CloudflareAiGateway.Client;

/// <summary>Makes the account's Secrets Store, or takes the one that somebody else made meanwhile.</summary>
internal sealed class CreateStoreStep : SetupStep
{
    /// <summary>The name that the dashboard gives it, too.</summary>
    private const string Name = "default_secrets_store";

    private bool _made;

    /// <inheritdoc/>
    public override string Planned => $"Create the account's Secrets Store '{Name}'";

    /// <inheritdoc/>
    public override async Task<bool> RunAsync(SetupState state, CallContext call)
    {
        try
        {
            state.StoreId = (await state.Client.Stores.CreateAsync(state.Wanted.AccountId, Name, call).ConfigureAwait(false)).Id;
            _made = true;
        }
        catch (AiGatewayException exception) when (exception.Kind is AiGatewayErrorKind.AlreadyExists)
        {
            state.StoreId = (await state.Client.Stores.GetOnlyAsync(state.Wanted.AccountId, call).ConfigureAwait(false)).Id;
        }

        return true;
    }

    /// <inheritdoc/>
    public override string? Outcome(SetupState state) => _made ? $"the Secrets Store '{Name}' ({state.StoreId}) was made" : null;
}
