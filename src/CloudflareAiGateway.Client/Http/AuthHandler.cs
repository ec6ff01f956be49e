using System.Net.Http;
using System.Threading;
using System.Threading.Tasks;

namespace CloudflareAiGateway.Client;

/// <summary>Puts token and secret headers on a request for the time of sending, and takes them off again.</summary>
internal sealed class AuthHandler : DelegatingHandler
{
    /// <summary>The gateway host's own header; <c>Authorization</c> there belongs to the provider.</summary>
    private const string GatewayHeader = "cf-aig-authorization";

    private const string StandardHeader = "Authorization";

    /// <inheritdoc/>
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        ApiCall call = ApiCall.Of(request);
        try
        {
            if (!call.Request.IsAnonymous && call.Token.HasToken)
            {
                AddToken(request, call);
            }

            foreach (SecretHeader header in call.Request.SecretHeaders)
            {
                string secret = TokenSource.Reveal(header.Secret);
                request.Headers.TryAddWithoutValidation(header.Name, header.Scheme is null ? secret : $"{header.Scheme} {secret}");
            }

            return await base.SendAsync(request, cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            // The message lives on in the response and in exceptions.
            request.Headers.Remove(StandardHeader);
            request.Headers.Remove(GatewayHeader);
            foreach (SecretHeader header in call.Request.SecretHeaders)
            {
                request.Headers.Remove(header.Name);
            }
        }
    }

    private static void AddToken(HttpRequestMessage request, ApiCall call)
    {
        string token = "Bearer " + call.Token.Reveal();
        bool isApi = call.Request.Host is ApiHost.Api;
        if (isApi || call.Request.TokenPlace is TokenPlace.Both)
        {
            request.Headers.TryAddWithoutValidation(StandardHeader, token);
        }

        if (!isApi)
        {
            request.Headers.TryAddWithoutValidation(GatewayHeader, token);
        }
    }
}
