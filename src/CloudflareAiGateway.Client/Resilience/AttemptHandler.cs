using System;
using System.Net.Http;
using System.Threading;
using System.Threading.Tasks;

namespace CloudflareAiGateway.Client;

/// <summary>Limits one attempt, body included, and tells its time-out apart from the user's stop.</summary>
internal sealed class AttemptHandler : DelegatingHandler
{
    private readonly TimeProvider _clock;

    /// <summary>Takes the clock.</summary>
    public AttemptHandler(TimeProvider clock) => _clock = clock;

    /// <inheritdoc/>
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        ApiCall call = ApiCall.Of(request);
        TimeSpan limit = call.Request.Patience ?? call.Settings.Options.AttemptTimeout;
        TimeSpan left = call.Budget.Remaining;
        TimeSpan allowed = limit <= TimeSpan.Zero || left < limit ? left : limit;
        using var timeout = new CancellationTokenSource(allowed, _clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, timeout.Token);
        try
        {
            return await base.SendAsync(request, either.Token).ConfigureAwait(false);
        }
        catch (Exception exception) when (timeout.IsCancellationRequested && !cancellationToken.IsCancellationRequested && IsStop(exception))
        {
            throw new AttemptTimeoutException(allowed, exception);
        }
    }

    /// <summary>A cancelled read may surface as a broken connection, not as a cancellation.</summary>
    private static bool IsStop(Exception exception) =>
        exception is OperationCanceledException or HttpRequestException or System.IO.IOException;
}
