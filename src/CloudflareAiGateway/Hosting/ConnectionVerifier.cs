using System;
using System.Globalization;
using System.Linq;
using System.Threading.Tasks;

namespace CloudflareAiGateway.Hosting;

/// <summary>Checks token and account before a connection is made, and says in one sentence what is wrong.</summary>
internal static class ConnectionVerifier
{
    private static readonly TimeSpan s_soon = TimeSpan.FromDays(7);

    /// <summary>Verifies the token, finds the account, and tries a harmless read.</summary>
    /// <param name="client">The client with the token.</param>
    /// <param name="accountId">The account that the user named, or null.</param>
    /// <param name="call">Where messages go, and when to stop.</param>
    /// <exception cref="AiGatewayException">The token or the account cannot be used.</exception>
    public static async Task<VerifiedToken> VerifyAsync(IAiGatewayClient client, string? accountId, CallContext call)
    {
        TokenVerification token = await client.Accounts.VerifyTokenAsync(accountId, call).ConfigureAwait(false);
        ThrowIfNotActive(token);

        string? name = null;
        if (accountId is null)
        {
            AiGatewayAccount account = await AccountFinder.FindOnlyAsync(client.Accounts, call).ConfigureAwait(false);
            (accountId, name) = (account.AccountId, account.Name);
        }
        else
        {
            name = await FindNameAsync(client.Accounts, accountId, call).ConfigureAwait(false);
        }

        string? warning = await TryReadAsync(client.Gateways, accountId, call).ConfigureAwait(false) ?? WarnOfExpiry(token);
        return new VerifiedToken(token, accountId, name, warning);
    }

    private static void ThrowIfNotActive(TokenVerification token)
    {
        if (token.Status != "active")
        {
            string until = token.ExpiresOn is { } end ? string.Format(CultureInfo.InvariantCulture, " (good until {0:u})", end) : string.Empty;
            throw new AiGatewayException(AiGatewayErrorKind.Unauthorized, $"The API token is {token.Status}{until}.")
            {
                RecommendedAction = "Make a new token, or renew this one, under My Profile > API Tokens in the dashboard.",
            };
        }
    }

    /// <summary>The account's name is a comfort: a token that may not list accounts is no failure.</summary>
    private static async Task<string?> FindNameAsync(IAccountClient accounts, string accountId, CallContext call)
    {
        try
        {
            ResultPage<AiGatewayAccount> page = await accounts.ListAsync(null, page: 1, pageSize: 50, call).ConfigureAwait(false);
            return page.Items.FirstOrDefault(a => a.AccountId == accountId)?.Name;
        }
        catch (AiGatewayException failure) when (failure.Kind is AiGatewayErrorKind.Forbidden or AiGatewayErrorKind.Unauthorized)
        {
            return null;
        }
    }

    /// <summary>
    /// Reads one gateway. A token of another account fails here; one without AI Gateway Read is told apart from it and let through with a
    /// warning, as it may be meant for something else.
    /// </summary>
    private static async Task<string?> TryReadAsync(IGatewayClient gateways, string accountId, CallContext call)
    {
        try
        {
            await gateways.ListAsync(accountId, null, page: 1, pageSize: 1, call).ConfigureAwait(false);
            return null;
        }
        catch (AiGatewayException failure) when (failure.Kind is AiGatewayErrorKind.Forbidden or AiGatewayErrorKind.Unauthorized or AiGatewayErrorKind.NotFound)
        {
            if (failure.Kind == AiGatewayErrorKind.NotFound || failure.ApiErrors.Any(e => e.Code is 9109 or 7003))
            {
                throw new AiGatewayException(failure.Kind, $"The token is good, but not for the account {accountId}.", failure)
                {
                    StatusCode = failure.StatusCode,
                    ApiErrors = failure.ApiErrors,
                    RayId = failure.RayId,
                    Method = failure.Method,
                    PathTemplate = failure.PathTemplate,
                    RecommendedAction = "Check the account id (Get-AiGatewayAccount lists the accounts that a token sees), or use a token of that account.",
                };
            }

            return "The token lacks the permission AI Gateway Read, so most commands will be refused. Add it under My Profile > API Tokens; Test-AiGatewayConnection shows all permissions.";
        }
    }

    private static string? WarnOfExpiry(TokenVerification token) =>
        token.ExpiresOn is { } end && end - DateTimeOffset.UtcNow < s_soon
            ? string.Format(CultureInfo.InvariantCulture, "The API token expires on {0:u}.", end)
            : null;
}
