using System.Collections.Generic;
using System.Text.Json.Nodes;
using System.Threading.Tasks;

namespace CloudflareAiGateway.Client;

/// <summary>Custom domains over the transport.</summary>
internal sealed class DomainClient : IDomainClient
{
    private readonly ApiTransport _transport;

    /// <summary>Works over a transport.</summary>
    public DomainClient(ApiTransport transport) => _transport = transport;

    /// <inheritdoc/>
    public async Task<ResultPage<AiGatewayDomain>> ListAsync(
        string accountId, string gateway, DomainStatus? status, string? search, int page, int pageSize, CallContext call)
    {
        ApiReply reply = await SendAsync(DomainRequests.List(accountId, gateway, status, search, page, pageSize), accountId, gateway, call).ConfigureAwait(false);
        Envelope<List<AiGatewayDomain>> envelope = reply.Read<List<AiGatewayDomain>>();
        if (envelope.Result!.Count == 0 && page == 1)
        {
            await GatewayPresence.EnsureAsync(_transport, accountId, gateway, call).ConfigureAwait(false);
        }

        foreach (AiGatewayDomain domain in envelope.Result!)
        {
            Complete(domain, accountId, gateway);
        }

        return Pages.Of(envelope, page, pageSize);
    }

    /// <inheritdoc/>
    public async Task<AiGatewayDomain> GetAsync(string accountId, string gateway, string hostname, CallContext call)
    {
        ApiReply reply = await SendAsync(DomainRequests.Get(accountId, gateway, hostname), accountId, gateway, call).ConfigureAwait(false);
        return Complete(reply.Read<AiGatewayDomain>().Result!, accountId, gateway);
    }

    /// <inheritdoc/>
    public async Task<AiGatewayDomain> CreateAsync(string accountId, string gateway, string hostname, string zoneId, string? minTls, CallContext call)
    {
        var body = new JsonObject { ["domain"] = hostname, ["zone_id"] = zoneId };
        if (minTls is not null)
        {
            body["minTLS"] = minTls;
        }

        try
        {
            // Zone and TLS are not in the answers, so what is there under the name is taken for what was asked for.
            return await new NamedCreate(_transport, call, _transport.NewBudget()).RunAsync(
                DomainRequests.Create(accountId, gateway, hostname, body),
                reply => Complete(reply.Read<AiGatewayDomain>().Result!, accountId, gateway),
                budget => ReadBackAsync(accountId, gateway, hostname, call, budget),
                found => true).ConfigureAwait(false);
        }
        catch (AiGatewayException failure) when (failure.Kind is AiGatewayErrorKind.NotFound)
        {
            await GatewayPresence.EnsureAsync(_transport, accountId, gateway, call).ConfigureAwait(false);
            throw;
        }
        catch (AiGatewayException failure) when (failure.Kind is AiGatewayErrorKind.Rejected && failure.ApiErrors.Count > 0)
        {
            throw ErrorFactory.Retold(
                failure,
                failure.Message,
                $"Check that '{hostname}' lies in the zone {zoneId}, and that the zone is an active one of this account; its id stands on its overview page in the dashboard.");
        }
    }

    /// <inheritdoc/>
    public async Task DeleteAsync(string accountId, string gateway, string hostname, CallContext call)
    {
        ApiReply reply = await SendAsync(DomainRequests.Delete(accountId, gateway, hostname), accountId, gateway, call).ConfigureAwait(false);
        reply.EnsureDeleted();
    }

    private static AiGatewayDomain Complete(AiGatewayDomain domain, string accountId, string gateway)
    {
        domain.AccountId = accountId;
        domain.GatewayId = gateway;
        return domain;
    }

    /// <summary>Sends a request; "not found" is first asked of the gateway, for which the API has no other word.</summary>
    private async Task<ApiReply> SendAsync(ApiRequest request, string accountId, string gateway, CallContext call)
    {
        ApiOutcome outcome = await _transport.TrySendAsync(request, call).ConfigureAwait(false);
        if (outcome.Error is { Kind: AiGatewayErrorKind.NotFound })
        {
            await GatewayPresence.EnsureAsync(_transport, accountId, gateway, call).ConfigureAwait(false);
        }

        return outcome.Error is null ? outcome.Reply! : throw outcome.Error;
    }

    private async Task<AiGatewayDomain?> ReadBackAsync(string accountId, string gateway, string hostname, CallContext call, CallBudget budget)
    {
        ApiOutcome outcome = await _transport.TrySendAsync(DomainRequests.Get(accountId, gateway, hostname), call, budget).ConfigureAwait(false);
        return outcome.Error switch
        {
            null => Complete(outcome.Reply!.Read<AiGatewayDomain>().Result!, accountId, gateway),
            { Kind: AiGatewayErrorKind.NotFound } => null,
            AiGatewayException error => throw error,
        };
    }
}
