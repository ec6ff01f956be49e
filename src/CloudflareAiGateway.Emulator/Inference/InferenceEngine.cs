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
        for (int i = 0; ; i++)
        {
            StepOutcome outcome = await _steps.RunAsync(call, plan.Steps[i], i, cancellationToken).ConfigureAwait(false);
            if (i == plan.Steps.Count - 1 || !outcome.MayFallBack)
            {
                return await _composer.ComposeAsync(call, outcome).ConfigureAwait(false);
            }

            await _composer.RecordAsync(call, outcome).ConfigureAwait(false);
        }
    }
}
