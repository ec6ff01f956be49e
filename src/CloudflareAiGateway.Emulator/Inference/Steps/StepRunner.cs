using System;
using System.Threading;
using System.Threading.Tasks;

namespace CloudflareAiGateway.Emulator;

/// <summary>Runs one step with all that the gateway does before and behind the call of the provider.</summary>
internal sealed class StepRunner(EmulatorServices services)
{
    private readonly CredentialFinder _credentials = new(services);
    private readonly ProviderCaller _provider = new(services);

    public async Task<StepOutcome> RunAsync(InferenceCall call, ModelStep step, int index, CancellationToken cancellationToken)
    {
        StepOutcome start = Start(call, step, index);
        (CredentialChoice credential, ModelPrice? price) = await services.Store.RunAsync(
            writes: false, tables => (_credentials.Find(tables, call, step), PriceOf(tables, call, start)), cancellationToken).ConfigureAwait(false);
        start = start with { Credential = credential.Kind };
        if (credential.Refusal is GatewayRefusal refusal)
        {
            return start with { Refusal = refusal };
        }

        ProviderReply? reply = credential.IsWrong
            ? step.Format.Refuse(new ProviderRefusal(401, "Incorrect API key provided.", "invalid_api_key"))
            : await _provider.CallAsync(step, start.Prompt, CallPatience.Of(step.Options, call.Gateway), cancellationToken).ConfigureAwait(false);
        return reply is null ? start with { Refusal = GatewayRefusal.NoAnswer } : Finish(start with { Reply = reply }, price);
    }

    /// <summary>The outcome of a step of which nothing has happened yet.</summary>
    public StepOutcome Start(InferenceCall call, ModelStep step, int index) => new()
    {
        Step = step,
        Prompt = step.Format.Read(step.Input),
        Index = index,
        CreatedAt = (index == 0 ? call.Now : services.Time.GetUtcNow()).ToUnixTimeMilliseconds(),
        Started = services.Time.GetTimestamp(),
        Bits = index == 0 ? call.Bits : services.Inference.NextBits(),
    };

    private ModelPrice? PriceOf(StateTables tables, InferenceCall call, StepOutcome outcome)
    {
        string provider = outcome.Step.Provider.Slug;
        return outcome.Step.Options.Cost?.Price
            ?? services.Sources.Prices.Find(tables, call.AccountId, provider, outcome.Prompt.Model)
            ?? PriceTable.Find(provider, outcome.Prompt.Model);
    }

    private static StepOutcome Finish(StepOutcome outcome, ModelPrice? price)
    {
        ProviderReply reply = outcome.Reply!;
        if (!reply.IsSuccess)
        {
            return outcome;
        }

        double cost = outcome.Step.Options.Cost?.Total
            ?? price?.Of(Math.Max(reply.TokensIn, 0), Math.Max(reply.TokensOut, 0), reply.CachedTokens)
            ?? double.NaN;
        return outcome with { Cost = cost };
    }
}
