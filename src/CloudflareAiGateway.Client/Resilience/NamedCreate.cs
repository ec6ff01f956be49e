using System;
using System.Globalization;
using System.Threading.Tasks;

namespace CloudflareAiGateway.Client;

/// <summary>
/// Creates something under a caller-chosen name exactly once. When an attempt leaves open whether it worked, the thing is read back:
/// there and as asked → done; not there → sent again; there and different → a conflict.
/// </summary>
internal sealed class NamedCreate
{
    private readonly ApiTransport _transport;
    private readonly CallContext _context;
    private readonly CallBudget _budget;

    /// <summary>Takes the transport, and the deadline for all of it.</summary>
    public NamedCreate(ApiTransport transport, CallContext context, CallBudget budget)
    {
        _transport = transport;
        _context = context;
        _budget = budget;
    }

    /// <summary>Runs the creation.</summary>
    /// <typeparam name="T">What is created.</typeparam>
    /// <param name="request">The POST.</param>
    /// <param name="read">Reads the answer.</param>
    /// <param name="readBack">Reads the thing by its name; null when it is not there.</param>
    /// <param name="isAsAsked">Whether what is there is what was asked for.</param>
    public async Task<T> RunAsync<T>(ApiRequest request, Func<ApiReply, T> read, Func<CallBudget, Task<T?>> readBack, Func<T, bool> isAsAsked)
        where T : class
    {
        bool wasOpen = false;
        for (int failures = 1; ; failures++)
        {
            ApiOutcome outcome = await _transport.TrySendAsync(request, _context, _budget).ConfigureAwait(false);
            if (outcome.Error is not AiGatewayException error)
            {
                return read(outcome.Reply!);
            }

            // "Exists already" after an open attempt may well be that attempt's work; to a first attempt it is an answer, whatever its status.
            bool isOpen = error.Kind is AiGatewayErrorKind.AlreadyExists ? wasOpen : outcome.IsAmbiguous;
            if (!isOpen)
            {
                throw error;
            }

            wasOpen = true;
            Report(DiagnosticKind.Verbose, $"It is open whether the attempt to {request.Purpose} worked ({error.Message}) Reading back.");
            if (await ReadBackAsync(request, readBack, error).ConfigureAwait(false) is T found)
            {
                return isAsAsked(found) ? found : throw Conflict(request, error);
            }

            TimeSpan wait = Backoff.Jittered(failures, _transport.Random());
            if (failures > _transport.Settings.Options.MaximumRetryCount || wait >= _budget.Remaining)
            {
                throw error;
            }

            Report(
                DiagnosticKind.Verbose,
                string.Create(CultureInfo.InvariantCulture, $"It is not there. Waiting {wait.TotalSeconds:0.0} s before the next attempt to {request.Purpose}."));
            await Task.Delay(wait, _transport.Clock, _context.CancellationToken).ConfigureAwait(false);
        }
    }

    private async Task<T?> ReadBackAsync<T>(ApiRequest request, Func<CallBudget, Task<T?>> readBack, AiGatewayException error)
        where T : class
    {
        try
        {
            return await readBack(_budget).ConfigureAwait(false);
        }
        catch (AiGatewayException exception)
        {
            throw new AiGatewayException(
                error.Kind,
                $"{error.Message} Whether it was done all the same could not be found out: {exception.Message}",
                exception)
            {
                Method = request.Method.Method,
                PathTemplate = request.PathTemplate,
                StatusCode = error.StatusCode,
                ApiErrors = error.ApiErrors,
                RayId = error.RayId,
                RetryAfter = exception.RetryAfter ?? error.RetryAfter,
                RecommendedAction = "Look whether it exists before trying again.",
                Resource = request.Resource,
            };
        }
    }

    private static AiGatewayException Conflict(ApiRequest request, AiGatewayException error) =>
        new(
            AiGatewayErrorKind.Conflict,
            $"Could not {request.Purpose}: the attempt's outcome was open, and what is there now differs from what was asked for.",
            error)
        {
            Method = request.Method.Method,
            PathTemplate = request.PathTemplate,
            StatusCode = error.StatusCode,
            RayId = error.RayId,
            RecommendedAction = "Somebody else may have created it at the same moment. Look at it, then change it or choose another name.",
            Resource = request.Resource,
        };

    private void Report(DiagnosticKind kind, string text) => _context.Sink.Report(kind, text);
}
