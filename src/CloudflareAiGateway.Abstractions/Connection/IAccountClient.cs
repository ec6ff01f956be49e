using System.Threading.Tasks;

namespace CloudflareAiGateway;

/// <summary>Accounts, and the token itself.</summary>
internal interface IAccountClient
{
    /// <summary>One page of the accounts that the token sees (<c>accounts-list-accounts</c>).</summary>
    /// <param name="name">The account's name, or null for all.</param>
    /// <param name="page">The page, from 1.</param>
    /// <param name="pageSize">5 to 50.</param>
    /// <param name="call">Where messages go, and when to stop.</param>
    Task<ResultPage<AiGatewayAccount>> ListAsync(string? name, int page, int pageSize, CallContext call);

    /// <summary>
    /// Verifies the token as a user's (<c>user-api-tokens-verify-token</c>) and, when the API does not know it as one and an account is
    /// given, as that account's (<c>account-api-tokens-verify-token</c>).
    /// </summary>
    /// <exception cref="AiGatewayException">Unauthorized when it is neither.</exception>
    Task<TokenVerification> VerifyTokenAsync(string? accountId, CallContext call);
}
