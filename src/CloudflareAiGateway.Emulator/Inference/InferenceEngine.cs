using System.Threading;
using System.Threading.Tasks;

namespace CloudflareAiGateway.Emulator;

/// <summary>Runs calls that were let in.</summary>
internal sealed class InferenceEngine(EmulatorServices services)
{
    private readonly StepRunner _steps = new(services);
    private readonly AnswerComposer _composer = new(services);

    public async Task<EmulatedResponse> RunAsync(InferenceCall call, CallPlan plan, CancellationToken cancellationToken)
    {
        if (!TakeTurn(call))
        {
            StepOutcome refused = _steps.Start(call, plan.Steps[0], 0) with { Refusal = GatewayRefusal.RateLimited };
            return await _composer.ComposeAsync(call, refused).ConfigureAwait(false);
        }

        if (plan.Route is not null)
        {
            return await RunRouteAsync(call, plan, cancellationToken).ConfigureAwait(false);
        }

        for (int i = 0; ; i++)
        {
            StepOutcome outcome = await _steps.RunAsync(call, plan.Steps[i], i, cancellationToken).ConfigureAwait(false);
            if (i == plan.Steps.Count - 1 || !outcome.MayFallBack)
            {
                EmulatedResponse response = await _composer.ComposeAsync(call, outcome).ConfigureAwait(false);
                TellChoice(response, call, plan, i);
                return response;
            }

            await _composer.RecordAsync(call, outcome).ConfigureAwait(false);
        }
    }

    private void TellChoice(EmulatedResponse response, InferenceCall call, CallPlan plan, int index)
    {
        if (plan.Auto is AutoChoice choice)
        {
            if (response.Status is >= 200 and <= 299)
            {
                services.Inference.AutoRouter.Pin(choice, index);
            }

            response.Headers["cf-aig-routed-model"] = choice.Models[index];
            response.Headers["cf-aig-routing-reason"] = index == 0 ? choice.Reason : "fallback_provider_error";
            response.Headers["cf-aig-routing-decision-id"] = call.Id.ToString();
        }
    }

    private async Task<EmulatedResponse> RunRouteAsync(InferenceCall call, CallPlan plan, CancellationToken cancellationToken)
    {
        var run = new RouteRun(services, _steps, _composer, call, plan.Route!, plan.Steps[0]);
        StepOutcome outcome = await run.RunAsync(cancellationToken).ConfigureAwait(false);
        EmulatedResponse response = await _composer.ComposeAsync(call, outcome).ConfigureAwait(false);
        response.Headers["cf-aig-provider"] = outcome.Step.Provider.Slug;
        response.Headers["cf-aig-model"] = HeaderText.Clean(outcome.Prompt.Model);
        return response;
    }

    /// <summary>Counts the call against the gateway's rate limit, with its steps as one.</summary>
    private bool TakeTurn(InferenceCall call)
    {
        GatewaySettings gateway = call.Gateway;
        return gateway.RateLimit <= 0 || gateway.RateInterval <= 0
            || services.Inference.Counters.TryTake(call.Scope, gateway.RateLimit, gateway.RateInterval, gateway.RateSlides, call.Now);
    }
}
