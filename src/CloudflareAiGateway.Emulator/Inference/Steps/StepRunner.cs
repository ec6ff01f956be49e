using System;
using System.Threading;
using System.Threading.Tasks;

namespace CloudflareAiGateway.Emulator;

/// <summary>
/// Runs one step with all that the gateway does around the call of the provider, in this order: cache, spend limits, guardrails and data
/// loss prevention of the prompt, credentials, the provider, the checks of the answer. What comes from the cache passes by the rest.
/// </summary>
internal sealed class StepRunner(EmulatorServices services)
{
    private readonly CredentialFinder _credentials = new(services);
    private readonly ProviderCaller _provider = new(services);
    private readonly ContentChecks _checks = new(services);

    public async Task<StepOutcome> RunAsync(InferenceCall call, ModelStep step, int index, CancellationToken cancellationToken)
    {
        StepOutcome start = Start(call, step, index);
        CachePlan? cache = CachePlan.Of(call, start);
        if (cache is not null && services.Inference.Cache.Find(call, cache.Key) is ProviderReply known)
        {
            return start with { Reply = known, IsCached = true };
        }

        bool canPayChecks = !ContentChecks.CostsCredits(call.Gateway)
            || await services.Store.RunAsync(writes: false, tables => _credentials.HasCredits(tables, call), cancellationToken).ConfigureAwait(false);
        StepOutcome checkedStart = CheckRequest(call, start, canPayChecks);
        if (checkedStart.Refusal is not null)
        {
            return checkedStart;
        }

        (CredentialChoice credential, TokenPrice? price) = await services.Store.RunAsync(
            writes: false, tables => (_credentials.Find(tables, call, step), PriceOf(tables, call, start)), cancellationToken).ConfigureAwait(false);
        StepOutcome outcome = checkedStart with { Credential = credential.Kind, Refusal = credential.Refusal ?? CheckPaidRate(call, credential) };
        if (outcome.Refusal is not null)
        {
            return outcome;
        }

        outcome = Finish(call, await CallAsync(call, outcome, credential, cancellationToken).ConfigureAwait(false), price);
        if (outcome.IsSuccess && cache is not null)
        {
            services.Inference.Cache.Put(call, cache.Key, outcome.Reply!, services.Time.GetUtcNow().AddSeconds(cache.Seconds));
        }

        return outcome;
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

    private StepOutcome CheckRequest(InferenceCall call, StepOutcome start, bool canPayChecks) =>
        SpendLimitCheck.Find(call, start, services.Inference.Spendings) is GatewayRefusal refusal
            ? start with { Refusal = refusal }
            : _checks.CheckPrompt(call, start, canPayChecks);

    private GatewayRefusal? CheckPaidRate(InferenceCall call, CredentialChoice credential)
    {
        const int Seconds = 60;
        bool isPaid = credential.Kind == CredentialKind.Credits && call.Gateway.Exists;
        return isPaid && !services.Inference.Counters.TryTake(call.Scope + " paid", services.Behaviour.UnifiedBillingLimit, Seconds, slides: true, call.Now)
            ? GatewayRefusal.TooManyPaidCalls
            : null;
    }

    private async Task<StepOutcome> CallAsync(InferenceCall call, StepOutcome start, CredentialChoice credential, CancellationToken cancellationToken)
    {
        ModelStep step = start.Step;
        ProviderReply? reply = credential.IsWrong
            ? step.Format.Refuse(new ProviderRefusal(401, "Incorrect API key provided.", "invalid_api_key"))
            : await _provider.CallAsync(step, start.Prompt, step.Patience ?? CallPatience.Of(step.Options, call.Gateway), cancellationToken).ConfigureAwait(false);
        return reply switch
        {
            null => start with { Refusal = GatewayRefusal.NoAnswer },
            { Status: 401 } when credential.Kind == CredentialKind.Credits => start with { Refusal = GatewayRefusal.ManagedKeyRejected },
            { Status: 401 } when credential.Kind == CredentialKind.Stored && call.IsRest => start with { Refusal = GatewayRefusal.Unauthorized },
            _ => start with { Reply = reply },
        };
    }

    private TokenPrice? PriceOf(StateTables tables, InferenceCall call, StepOutcome outcome)
    {
        string provider = outcome.Step.Provider.Slug;
        return outcome.Step.Options.Cost?.Price
            ?? services.Sources.Prices.Find(tables, call.AccountId, provider, outcome.Prompt.Model)
            ?? PriceTable.Find(provider, outcome.Prompt.Model);
    }

    private StepOutcome Finish(InferenceCall call, StepOutcome outcome, TokenPrice? price)
    {
        if (!outcome.IsSuccess)
        {
            return outcome;
        }

        // A blocked answer was made and costs what it costs.
        ProviderReply reply = outcome.Reply!;
        double cost = outcome.Step.Options.Cost?.Total
            ?? price?.Of(Math.Max(reply.TokensIn, 0), Math.Max(reply.TokensOut, 0), reply.CachedTokens)
            ?? double.NaN;
        if (cost > 0)
        {
            var spending = new Spending(services.Time.GetUtcNow(), cost, outcome.Step.Provider.Slug, outcome.Prompt.Model, outcome.Step.Options.Metadata);
            services.Inference.Spendings.Add(call.Scope, spending);
        }

        if (outcome.Credential == CredentialKind.Credits)
        {
            services.PaidUses.Add(call.AccountId, outcome.CreatedAt, cost);
        }

        return ContentChecks.CheckAnswer(call, outcome with { Cost = cost });
    }
}
