using System.Text.Json.Nodes;
using System.Threading.Tasks;

namespace CloudflareAiGateway.Client;

/// <summary>Attaches the secret to the gateway. The service may not know a new secret everywhere yet; it is then asked again for a while.</summary>
internal sealed class AttachStep : SetupStep
{
    private readonly NewProviderKey _wanted;

    /// <summary>Names the key.</summary>
    public AttachStep(NewProviderKey wanted) => _wanted = wanted;

    /// <inheritdoc/>
    public override string Planned => $"Attach it to gateway '{_wanted.Gateway}' as the key of provider '{_wanted.Provider}', alias '{_wanted.Alias}'";

    /// <inheritdoc/>
    public override async Task<bool> RunAsync(SetupState state, CallContext call)
    {
        try
        {
            state.Key = await CreateAsync(state, call).ConfigureAwait(false);
            return true;
        }
        catch (AiGatewayException exception) when (IsSecretNotReady(exception))
        {
            call.Sink.Report(DiagnosticKind.Verbose, exception.Message);
            if (!await state.Wait.NextAsync(call.CancellationToken).ConfigureAwait(false))
            {
                throw;
            }

            return false;
        }
    }

    /// <summary>Code 7001 stands for many things. Where it names a place in the body, or a taken alias, waiting cannot help.</summary>
    private static bool IsSecretNotReady(AiGatewayException exception)
    {
        if (exception.Kind is not AiGatewayErrorKind.Rejected || exception.ApiErrors.Count == 0)
        {
            return false;
        }

        ApiError error = exception.ApiErrors[0];
        return error.Code == 7001 && (error.Path.Count == 0 || error.Path[^1] is "secret_id" or "secret");
    }

    private Task<AiGatewayProviderKey> CreateAsync(SetupState state, CallContext call)
    {
        var body = new JsonObject
        {
            ["alias"] = _wanted.Alias,
            ["default_config"] = state.IsDefault,
            ["provider_slug"] = _wanted.Provider,
            ["secret_id"] = state.Secret!.Id,
        };
        if (_wanted.RateLimit is int limit)
        {
            body["rate_limit"] = limit;
        }

        if (_wanted.RateLimitPeriod is int period)
        {
            body["rate_limit_period"] = period;
        }

        ApiTransport transport = state.Client.Transport;
        return new NamedCreate(transport, call, transport.NewBudget()).RunAsync(
            ProviderKeyRequests.Create(_wanted.AccountId, _wanted.Gateway, state.SecretName, body),
            reply => ProviderKeyClient.Complete(reply.Read<AiGatewayProviderKey>().Result!, _wanted.AccountId, _wanted.Gateway),
            left => state.Client.FindAsync(_wanted.AccountId, _wanted.Gateway, _wanted.Provider, _wanted.Alias, call, left),
            found => found.SecretId == state.Secret.Id && (found.DefaultConfig ?? state.IsDefault) == state.IsDefault);
    }
}
