using System.Net.Http;
using System.Net.Http.Headers;
using System.Threading;
using System.Threading.Tasks;

namespace CloudflareAiGateway.Client;

/// <summary>Puts the token on a request for the time of sending, and takes it off again.</summary>
internal sealed class AuthHandler : DelegatingHandler
{
    /// <summary>The gateway host's own header; <c>Authorization</c> there belongs to the provider.</summary>
    private const string GatewayHeader = "cf-aig-authorization";

    /// <inheritdoc/>
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        ApiCall call = ApiCall.Of(request);
        if (call.Request.IsAnonymous || !call.Settings.Token.HasToken)
        {
            return await base.SendAsync(request, cancellationToken).ConfigureAwait(false);
        }

        try
        {
            string token = call.Settings.Token.Reveal();
            if (call.Request.Host is ApiHost.Api)
            {
                request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
            }
            else
            {
                request.Headers.TryAddWithoutValidation(GatewayHeader, "Bearer " + token);
            }

            return await base.SendAsync(request, cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            // The message lives on in the response and in exceptions.
            request.Headers.Authorization = null;
            request.Headers.Remove(GatewayHeader);
        }
    }
}
