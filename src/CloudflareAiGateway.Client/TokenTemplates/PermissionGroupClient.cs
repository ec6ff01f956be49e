using System.Collections.Generic;
using System.Threading.Tasks;

namespace CloudflareAiGateway.Client;

/// <summary>The permission groups that tokens can be given.</summary>
internal sealed class PermissionGroupClient : IPermissionGroupClient
{
    private readonly ApiTransport _transport;

    /// <summary>Takes the transport.</summary>
    public PermissionGroupClient(ApiTransport transport) => _transport = transport;

    /// <inheritdoc/>
    public Task<IReadOnlyList<PermissionGroup>> ListForUserAsync(CallContext call) => ListAsync(PermissionGroupRequests.ListForUser(), call);

    /// <inheritdoc/>
    public Task<IReadOnlyList<PermissionGroup>> ListForAccountAsync(string accountId, CallContext call) =>
        ListAsync(PermissionGroupRequests.ListForAccount(accountId), call);

    /// <summary>The list has no pages.</summary>
    private async Task<IReadOnlyList<PermissionGroup>> ListAsync(ApiRequest request, CallContext call)
    {
        ApiReply reply = await _transport.SendAsync(request, call).ConfigureAwait(false);
        return reply.Read<List<PermissionGroup>>().Result!;
    }
}
