using System.Threading.Tasks;

namespace CloudflareAiGateway.Client;

/// <summary>Replaces the value of a key that is there already.</summary>
internal sealed class RotateStep : SetupStep
{
    private readonly AiGatewayProviderKey _key;

    /// <summary>Names the key.</summary>
    public RotateStep(AiGatewayProviderKey key) => _key = key;

    /// <inheritdoc/>
    public override string Planned =>
        $"Replace the key of provider '{_key.ProviderSlug}', alias '{_key.Alias}', which gateway '{_key.GatewayId}' has already";

    /// <inheritdoc/>
    public override async Task<bool> RunAsync(SetupState state, CallContext call)
    {
        state.Key = await state.Client.RotateAsync(_key.AccountId, _key.GatewayId, _key.Id, state.Wanted.ApiKey!, call).ConfigureAwait(false);
        return true;
    }
}
