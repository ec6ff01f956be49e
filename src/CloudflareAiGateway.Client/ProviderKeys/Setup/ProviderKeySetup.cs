using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;

namespace CloudflareAiGateway.Client;

/// <summary>
/// Runs the steps of storing a key. After a failure it tells what is there now and how to go on. What may help at another try stays, as the
/// next run continues with it; a secret that was made for a key which the API refuses for good is deleted again.
/// </summary>
internal sealed class ProviderKeySetup : IProviderKeySetup
{
    private readonly SetupState _state;
    private readonly IReadOnlyList<SetupStep> _steps;
    private int _done;

    /// <summary>Takes the steps.</summary>
    public ProviderKeySetup(SetupState state, AiGateway gateway, IReadOnlyList<SetupStep> steps)
    {
        _state = state;
        _steps = steps;
        Gateway = gateway;
        Steps = [.. steps.Select(step => step.Planned).OfType<string>()];
    }

    /// <inheritdoc/>
    public IReadOnlyList<string> Steps { get; }

    /// <inheritdoc/>
    public AiGateway Gateway { get; }

    /// <inheritdoc/>
    public async Task<ProviderKeyProgress> StepAsync(CallContext call)
    {
        if (_done < _steps.Count)
        {
            try
            {
                _done += await _steps[_done].RunAsync(_state, call).ConfigureAwait(false) ? 1 : 0;
            }
            catch (AiGatewayException exception)
            {
                throw await TellAsync(exception, call).ConfigureAwait(false);
            }
        }

        bool isComplete = _done == _steps.Count;
        return new ProviderKeyProgress
        {
            Status = isComplete ? "Done" : _steps[_done].Status(_state),
            Percent = _done * 100 / Math.Max(1, _steps.Count),
            Key = isComplete ? _state.Key : null,
        };
    }

    /// <summary>Whether another try with the same input must fail again.</summary>
    private static bool IsFinal(AiGatewayException exception) =>
        exception.Kind is AiGatewayErrorKind.Rejected or AiGatewayErrorKind.Forbidden or AiGatewayErrorKind.NotFound;

    private async Task<AiGatewayException> TellAsync(AiGatewayException failure, CallContext call)
    {
        var there = new List<string>();
        var undone = new List<string>();
        var undo = new List<string>();
        foreach (SetupStep step in _steps.Take(_done))
        {
            if (step.Outcome(_state) is not string outcome)
            {
                continue;
            }

            there.Add(outcome);
            if (IsFinal(failure) && await TryUndoAsync(step, call).ConfigureAwait(false))
            {
                undone.Add(outcome);
            }
            else if (step.HowToUndo(_state) is string command)
            {
                undo.Add(command);
            }
        }

        if (there.Count == 0)
        {
            return failure;
        }

        string message = $"{failure.Message} Before that, {string.Join(", and ", there)}.";
        message += undone.Count > 0 ? " The secret was deleted again." : string.Empty;
        string again = IsFinal(failure) ? "Then run the same line again." : "Run the same line again: it goes on where this one ended.";
        string back = undo.Count > 0 ? $" To take back what was done: {string.Join("; ", undo)}" : string.Empty;
        return ErrorFactory.Retold(failure, message, $"{failure.RecommendedAction} {again}{back}".Trim());
    }

    private async Task<bool> TryUndoAsync(SetupStep step, CallContext call)
    {
        try
        {
            return await step.UndoAsync(_state, call).ConfigureAwait(false);
        }
        catch (AiGatewayException exception)
        {
            call.Sink.Report(DiagnosticKind.Verbose, exception.Message);
            return false;
        }
    }
}
