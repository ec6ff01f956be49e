using System.Threading.Tasks;

namespace CloudflareAiGateway.Client;

/// <summary>Reads the key back from the list, where every other command will look for it.</summary>
internal sealed class ReadBackStep : SetupStep
{
    /// <inheritdoc/>
    public override string? Planned => null;

    /// <inheritdoc/>
    public override string Status(SetupState state) => "Reading the key back";

    /// <inheritdoc/>
    public override async Task<bool> RunAsync(SetupState state, CallContext call)
    {
        string trouble;
        try
        {
            if (await FindAsync(state, call).ConfigureAwait(false) is { } found)
            {
                state.Key = found;
                return true;
            }

            trouble = "the API does not list it yet";
        }
        catch (AiGatewayException exception)
        {
            // The key works: the answer that said so is good enough, and an error would say that it was not stored.
            trouble = $"it could not be read back. {exception.Message.TrimEnd('.')}";
        }

        if (await state.Wait.NextAsync(call.CancellationToken).ConfigureAwait(false))
        {
            return false;
        }

        call.Sink.Report(DiagnosticKind.Warning, $"The key {state.Key} is attached to gateway '{state.Wanted.Gateway}', but {trouble}.");
        return true;
    }

    private static Task<AiGatewayProviderKey?> FindAsync(SetupState state, CallContext call)
    {
        NewProviderKey wanted = state.Wanted;
        return state.Client.FindAsync(wanted.AccountId, wanted.Gateway, wanted.Provider, wanted.Alias, call, state.Client.Transport.NewBudget());
    }
}
