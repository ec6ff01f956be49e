using System.Collections.Generic;
using System.Threading.Tasks;

namespace CloudflareAiGateway;

/// <summary>The permission groups that tokens can be given.</summary>
internal interface IPermissionGroupClient
{
    /// <summary>All groups for users' tokens (<c>permission-groups-list-permission-groups</c>).</summary>
    /// <exception cref="AiGatewayException">Forbidden or Unauthorized: the token may not look, as most may not.</exception>
    Task<IReadOnlyList<PermissionGroup>> ListForUserAsync(CallContext call);

    /// <summary>All groups for an account's tokens (<c>account-api-tokens-list-permission-groups</c>).</summary>
    /// <exception cref="AiGatewayException">Forbidden or Unauthorized: the token may not look, as most may not.</exception>
    Task<IReadOnlyList<PermissionGroup>> ListForAccountAsync(string accountId, CallContext call);
}
