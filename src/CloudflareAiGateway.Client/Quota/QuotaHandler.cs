using System;
using System.Globalization;
using System.Net;
using System.Net.Http;
using System.Threading;
using System.Threading.Tasks;

namespace CloudflareAiGateway.Client;

/// <summary>Lets an attempt pass when the token's quota allows it, and learns from the answer.</summary>
internal sealed class QuotaHandler : DelegatingHandler
{
    private static readonly TimeSpan s_longWait = TimeSpan.FromSeconds(10);

    private readonly TimeProvider _clock;

    /// <summary>Takes the clock.</summary>
    public QuotaHandler(TimeProvider clock) => _clock = clock;

    /// <inheritdoc/>
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        ApiCall call = ApiCall.Of(request);
        if (call.Request.Host is not ApiHost.Api || call.Request.IsAnonymous)
        {
            return await base.SendAsync(request, cancellationToken).ConfigureAwait(false);
        }

        QuotaGovernor governor = call.Settings.Governor;
        await governor.AcquireAsync(call.Budget, wait => Announce(call, wait), cancellationToken).ConfigureAwait(false);
        try
        {
            HttpResponseMessage response = await base.SendAsync(request, cancellationToken).ConfigureAwait(false);

            // A model's provider, or a gateway's own limit, may have said no to a metered call: that says nothing of the token's quota.
            bool isQuotas = response.StatusCode is HttpStatusCode.TooManyRequests && call.Request.Repeat is not RepeatRule.Metered;
            TimeSpan? block = isQuotas ? Backoff.AskedFor(response.Headers, _clock) : null;
            governor.Observe(RateLimitHeaders.Read(response.Headers), block);
            return response;
        }
        finally
        {
            governor.Release();
        }
    }

    private static void Announce(ApiCall call, TimeSpan wait) =>
        call.Report(
            wait >= s_longWait ? DiagnosticKind.Warning : DiagnosticKind.Verbose,
            string.Create(
                CultureInfo.InvariantCulture,
                $"Waiting {wait.TotalSeconds:0.0} s to {call.Request.Purpose}: the token's quota of calls is nearly used up, or blocked."));
}
