using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;

namespace CloudflareAiGateway.Client;

/// <summary>Addresses of gateways over the transport.</summary>
internal sealed class GatewayUrlClient : IGatewayUrlClient
{
    private readonly ApiTransport _transport;

    /// <summary>Works over a transport.</summary>
    public GatewayUrlClient(ApiTransport transport) => _transport = transport;

    /// <inheritdoc/>
    public async Task<AiGatewayUrl> GetAsync(string accountId, string gateway, string provider, CallContext call)
    {
        ApiOutcome outcome = await _transport.TrySendAsync(GatewayUrlRequests.Get(accountId, gateway, provider), call).ConfigureAwait(false);
        if (outcome.Error is AiGatewayException failure)
        {
            throw IsAboutProvider(failure) ? await UnknownProviderAsync(failure, accountId, gateway, provider, call).ConfigureAwait(false) : failure;
        }

        ApiReply reply = outcome.Reply!;
        string text = reply.Read<string>().Result!;
        return Uri.TryCreate(text, UriKind.Absolute, out Uri? url)
            ? new AiGatewayUrl { Url = url, Provider = provider, GatewayId = gateway, AccountId = accountId }
            : throw ErrorFactory.Unexpected(reply, "the answer holds no address");
    }

    /// <summary>Whether the provider may be what the API does not know. Which status it has for that is not documented.</summary>
    private static bool IsAboutProvider(AiGatewayException failure) =>
        (failure.Kind is AiGatewayErrorKind.NotFound && !ErrorKindRule.Has(failure.ApiErrors, 7003))
        || (failure.Kind is AiGatewayErrorKind.Rejected && failure.ApiErrors.Any(error => error.Path.Contains("provider")));

    private async Task<AiGatewayException> UnknownProviderAsync(AiGatewayException failure, string accountId, string gateway, string provider, CallContext call)
    {
        await GatewayPresence.EnsureAsync(_transport, accountId, gateway, call).ConfigureAwait(false);
        string? near = await FindCustomAsync(accountId, provider, call).ConfigureAwait(false) ?? ProviderCatalog.Suggest(provider);
        return ErrorFactory.Retold(
            failure,
            $"Gateway '{gateway}' takes no calls for a provider '{provider}'.{(near is null ? string.Empty : $" Did you mean '{near}'?")}",
            "Check the provider's name; names complete with the Tab key. A provider of your own is 'custom-' and its slug; Get-AiGatewayCustomProvider lists them.",
            AiGatewayErrorKind.NotFound,
            "Provider");
    }

    /// <summary>The custom provider that may have been meant; a failure here must not hide the one that is told.</summary>
    private async Task<string?> FindCustomAsync(string accountId, string provider, CallContext call)
    {
        ApiOutcome outcome = await _transport
            .TrySendAsync(CustomProviderRequests.List(accountId, provider, enable: null, beta: null, page: 1, pageSize: 20), call)
            .ConfigureAwait(false);
        List<AiGatewayCustomProvider> found = outcome.Error is null ? outcome.Reply!.Read<List<AiGatewayCustomProvider>>().Result! : [];
        return found.Find(custom => string.Equals(custom.Slug, provider, StringComparison.OrdinalIgnoreCase))?.GatewaySlug;
    }
}
