using System;
using System.Collections.Generic;
using System.Threading.Tasks;

namespace CloudflareAiGateway.Client;

/// <summary>
/// Makes one secret exactly once. As values cannot be read back, a secret that is found after an open outcome counts as this one only
/// when it is as asked for and was made, by the service's own clock, since the first attempt: an older one may hold another value.
/// </summary>
internal sealed class SecretCreation
{
    /// <summary>The service tells the time in whole seconds, and its machines may differ a little.</summary>
    private static readonly TimeSpan s_tolerance = TimeSpan.FromSeconds(2);

    private readonly ApiTransport _transport;
    private readonly SecretClient _client;
    private readonly string _accountId;
    private readonly string _storeId;
    private readonly CallContext _call;

    /// <summary>Says where.</summary>
    public SecretCreation(ApiTransport transport, SecretClient client, string accountId, string storeId, CallContext call)
    {
        _transport = transport;
        _client = client;
        _accountId = accountId;
        _storeId = storeId;
        _call = call;
    }

    /// <summary>Sends the request and settles what it leaves open.</summary>
    public Task<AiGatewaySecret> RunAsync(ApiRequest request, string name, IReadOnlyList<SecretScope> scopes, string? comment)
    {
        long started = _transport.Clock.GetTimestamp();
        DateTimeOffset? serviceTime = null;
        return new NamedCreate(_transport, _call, _transport.NewBudget()).RunAsync(
            request,
            reply => SecretClient.Complete(OneOrFirst.Read<AiGatewaySecret>(reply), _accountId, _storeId),
            async left =>
            {
                AiGatewaySecret? found = await _client.FindAsync(_accountId, _storeId, name, _call, left).ConfigureAwait(false);
                serviceTime = found is null ? null : await ServiceTimeAsync(found.Id, left).ConfigureAwait(false);
                return found;
            },
            found => SecretScopes.AreSame(found.Scopes, scopes)
                && (found.Comment ?? string.Empty) == (comment ?? string.Empty)
                && found.Created >= serviceTime - _transport.Clock.GetElapsedTime(started) - s_tolerance);
    }

    private async Task<DateTimeOffset> ServiceTimeAsync(string secretId, CallBudget budget)
    {
        ApiReply reply = await _transport.SendAsync(SecretRequests.Get(_accountId, _storeId, secretId), _call, budget).ConfigureAwait(false);
        return reply.Date ?? _transport.Clock.GetUtcNow();
    }
}
