using System;
using System.Globalization;
using System.Net.Http;
using System.Threading;
using System.Threading.Tasks;
using Polly;
using Polly.Retry;

namespace CloudflareAiGateway.Client;

/// <summary>Repeats a request by what repeating it means, within the deadline, and announces every wait.</summary>
internal sealed class RetryHandler : DelegatingHandler
{
    /// <summary>From here on a wait is worth a warning.</summary>
    private static readonly TimeSpan s_longWait = TimeSpan.FromSeconds(10);

    private static readonly ResiliencePropertyKey<ApiCall> s_callKey = new("call");

    private readonly TimeProvider _clock;
    private readonly Func<double> _random;
    private readonly ResiliencePipeline<HttpResponseMessage> _pipeline;

    /// <summary>Builds the pipeline.</summary>
    /// <param name="clock">Measures waits.</param>
    /// <param name="random">Gives numbers from 0 to below 1 for the jitter.</param>
    public RetryHandler(TimeProvider clock, Func<double> random)
    {
        _clock = clock;
        _random = random;
        _pipeline = new ResiliencePipelineBuilder<HttpResponseMessage> { TimeProvider = clock }
            .AddRetry(new RetryStrategyOptions<HttpResponseMessage>
            {
                // The limit is each client's own, so the predicate counts.
                MaxRetryAttempts = int.MaxValue,
                ShouldHandle = args => ValueTask.FromResult(ShouldRepeat(args)),
                DelayGenerator = args => ValueTask.FromResult<TimeSpan?>(CallOf(args.Context).NextWait!.Delay),
                OnRetry = args => Announce(args),
            })
            .Build();
    }

    /// <inheritdoc/>
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        ResilienceContext context = ResilienceContextPool.Shared.Get(cancellationToken);
        try
        {
            context.Properties.Set(s_callKey, ApiCall.Of(request));
            return await _pipeline.ExecuteAsync(
                async (inner, message) =>
                {
                    CallOf(inner).Attempts++;
                    return await base.SendAsync(message, inner.CancellationToken).ConfigureAwait(false);
                },
                context,
                request).ConfigureAwait(false);
        }
        finally
        {
            ResilienceContextPool.Shared.Return(context);
        }
    }

    private static ApiCall CallOf(ResilienceContext context) =>
        context.Properties.GetValue(s_callKey, null!);

    private static ValueTask Announce(OnRetryArguments<HttpResponseMessage> args)
    {
        ApiCall call = CallOf(args.Context);
        args.Outcome.Result?.Dispose();
        string text = string.Create(
            CultureInfo.InvariantCulture,
            $"Waiting {args.RetryDelay.TotalSeconds:0.0} s before attempt {call.Attempts + 1} of {call.Settings.Options.MaximumRetryCount + 1} to {call.Request.Purpose}: {call.NextWait!.Reason}.");
        call.Report(args.RetryDelay >= s_longWait ? DiagnosticKind.Warning : DiagnosticKind.Verbose, text);
        return ValueTask.CompletedTask;
    }

    private bool ShouldRepeat(RetryPredicateArguments<HttpResponseMessage> args)
    {
        ApiCall call = CallOf(args.Context);
        if (args.Context.CancellationToken.IsCancellationRequested)
        {
            return false;
        }

        FailureKind kind = args.Outcome.Exception is Exception exception
            ? FailureClassifier.Of(exception)
            : call.Request.Repeat is RepeatRule.Metered
                ? TurnedAway.Judge(args.Outcome.Result!)
                : FailureClassifier.Of((int)args.Outcome.Result!.StatusCode);
        call.WasAmbiguous |= kind is FailureKind.Ambiguous;
        call.NextWait = null;
        if (!FailureClassifier.MayRepeat(call.Request.Repeat, kind))
        {
            return false;
        }

        call.NextWait = ChooseWait(call, args.Outcome);
        return call.NextWait.Fits && call.Attempts <= call.Settings.Options.MaximumRetryCount;
    }

    private RetryWait ChooseWait(ApiCall call, Outcome<HttpResponseMessage> outcome)
    {
        TimeSpan? asked = outcome.Result is HttpResponseMessage response ? Backoff.AskedFor(response.Headers, _clock) : null;
        TimeSpan delay = asked ?? Backoff.Jittered(call.Attempts, _random());
        string reason = outcome.Result is not null
            ? $"the service answered {(int)outcome.Result.StatusCode}"
            : FailureText.Of(outcome.Exception!, call);
        return new RetryWait(delay, reason, asked is not null, delay < call.Budget.Remaining);
    }
}
