using System;
using System.Globalization;
using System.Threading.Tasks;

namespace CloudflareAiGateway.Client;

/// <summary>Waits until the secret is active: it takes up to about 50 seconds on its way to Cloudflare's data centers.</summary>
internal sealed class AwaitSecretStep : SetupStep
{
    private readonly string _name;
    private readonly TimeSpan _patience;
    private bool _waiting;

    /// <summary>Names the secret.</summary>
    public AwaitSecretStep(string name, TimeSpan patience)
    {
        _name = name;
        _patience = patience;
    }

    /// <inheritdoc/>
    public override string Planned =>
        string.Create(CultureInfo.InvariantCulture, $"Wait until secret '{_name}' is active, {_patience.TotalSeconds:0} s at most");

    /// <inheritdoc/>
    public override string Status(SetupState state) => _waiting
        ? string.Create(CultureInfo.InvariantCulture, $"Secret '{_name}' is pending: {state.Wait.Elapsed.TotalSeconds:0} of {state.Wait.Limit.TotalSeconds:0} s at most")
        : $"Waiting until secret '{_name}' is active";

    /// <inheritdoc/>
    public override async Task<bool> RunAsync(SetupState state, CallContext call)
    {
        if (!_waiting)
        {
            _waiting = true;
            state.StartWaiting();
            return state.Secret!.Status is SecretStatus.Active;
        }

        if (!await state.Wait.NextAsync(call.CancellationToken).ConfigureAwait(false))
        {
            throw TooLong();
        }

        state.Secret = await state.Client.Secrets.GetAsync(state.Wanted.AccountId, state.StoreId!, state.Secret!.Id, call).ConfigureAwait(false);
        return state.Secret.Status switch
        {
            SecretStatus.Active => true,
            SecretStatus.Deleted => throw new AiGatewayException(AiGatewayErrorKind.NotFound, $"Secret '{_name}' was deleted by somebody else while it was still pending.")
            {
                Resource = ErrorSubject.Secret,
                RecommendedAction = "Find out who deletes it.",
            },
            _ => false,
        };
    }

    private AiGatewayException TooLong() => new(
        AiGatewayErrorKind.Timeout,
        string.Create(CultureInfo.InvariantCulture, $"Secret '{_name}' is still pending after {_patience.TotalSeconds:0} s."))
    {
        RecommendedAction = "Allow more with -TimeoutSec.",
    };
}
