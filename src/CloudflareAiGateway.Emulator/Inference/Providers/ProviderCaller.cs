using System;
using System.Text;
using System.Threading;
using System.Threading.Tasks;

namespace CloudflareAiGateway.Emulator;

/// <summary>Calls a provider: with the faults that wait for it, the time-out of a request, and repeats.</summary>
internal sealed class ProviderCaller(EmulatorServices services)
{
    /// <summary>Calls the provider of a step.</summary>
    /// <param name="step">The step.</param>
    /// <param name="prompt">What it asks.</param>
    /// <param name="patience">How long and how often.</param>
    /// <param name="cancellationToken">Ends delays.</param>
    /// <returns>The last answer; null when the last attempt got none.</returns>
    public async Task<ProviderReply?> CallAsync(ModelStep step, ModelPrompt prompt, CallPatience patience, CancellationToken cancellationToken)
    {
        for (int attempt = 1; ; attempt++)
        {
            bool isLast = attempt >= patience.Attempts;
            ProviderReply? reply = await TryAsync(step, prompt, patience.TimeoutOf(attempt), cancellationToken).ConfigureAwait(false);
            if (isLast || reply is { Status: not (408 or 409 or 429 or >= 500) })
            {
                return reply;
            }

            TimeSpan delay = patience.DelayBehind(attempt);
            if (delay > TimeSpan.Zero)
            {
                await Task.Delay(delay, services.Time, cancellationToken).ConfigureAwait(false);
            }
        }
    }

    private async Task<ProviderReply?> TryAsync(ModelStep step, ModelPrompt prompt, int? timeout, CancellationToken cancellationToken)
    {
        ProviderFault? fault = services.Inference.Faults.Take(step.Provider.Slug, prompt.Model);
        int delay = fault?.DelayMs ?? 0;
        bool isTooLate = timeout is int limit && delay > limit;
        if (delay > 0)
        {
            TimeSpan wait = TimeSpan.FromMilliseconds(isTooLate ? timeout!.Value : delay);
            await Task.Delay(wait, services.Time, cancellationToken).ConfigureAwait(false);
        }

        if (isTooLate || fault?.Reset == true)
        {
            return null;
        }

        ProviderReply reply = Scripted(step, fault) ?? Answer(step, prompt);
        return reply with { Manner = MannerOf(fault), Headers = fault?.Headers };
    }

    private ProviderReply Answer(ModelStep step, ModelPrompt prompt) =>
        prompt.Refusal is ProviderRefusal refusal ? step.Format.Refuse(refusal) : step.Format.Answer(prompt, step.Input, services.Time.GetUtcNow());

    private static ProviderReply? Scripted(ModelStep step, ProviderFault? fault)
    {
        if (fault?.Body is string body)
        {
            bool isJson = JsonReading.TryParse(Encoding.UTF8.GetBytes(body)) is not null;
            return new ProviderReply
            {
                Status = fault.Status ?? 200,
                ContentType = isJson ? LogTraits.Json : "text/plain; charset=UTF-8",
                Body = Encoding.UTF8.GetBytes(body),
                Text = body,
            };
        }

        return fault?.Status is int status and not (>= 200 and <= 299)
            ? step.Format.Refuse(new ProviderRefusal(status, status switch
            {
                401 => "Incorrect API key provided.",
                429 => "Rate limit reached.",
                503 or 529 => "The provider is overloaded.",
                >= 500 => "The provider failed.",
                _ => "The provider refused the request.",
            }))
            : null;
    }

    private StreamManner MannerOf(ProviderFault? fault) => new()
    {
        Delay = TimeSpan.FromMilliseconds(Math.Max(fault?.PieceDelayMs ?? 0, services.Behaviour.PieceDelayMs)),
        BreaksAfter = fault?.BreakAfter,
        OmitsEnd = fault?.OmitDone == true,
        SplitsCharacters = fault?.SplitCharacters == true,
        HasComments = fault?.Comments == true,
    };
}
