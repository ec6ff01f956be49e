using System;
using System.Threading.Tasks;

namespace CloudflareAiGateway.Client;

/// <summary>Whether the account is one that the token sees.</summary>
internal sealed class AccountCheck : ICheck
{
    private const int PageSize = 50;

    /// <inheritdoc/>
    public string Name => "Account";

    /// <inheritdoc/>
    public async Task<AiGatewayConnectionCheck> RunAsync(Examination examination)
    {
        ApiRequest probe = AccountRequests.List(null, 1, PageSize);
        int seen = 0;
        for (int page = 1; ; page++)
        {
            ResultPage<AiGatewayAccount> accounts;
            try
            {
                accounts = await examination.Accounts.ListAsync(null, page, PageSize, examination.Call).ConfigureAwait(false);
            }
            catch (AiGatewayException exception) when (exception.Kind is AiGatewayErrorKind.Forbidden)
            {
                return new AiGatewayConnectionCheck(Name, CheckStatus.Unknown, exception.Message, Advice.Permission(probe));
            }

            foreach (AiGatewayAccount account in accounts.Items)
            {
                seen++;
                if (string.Equals(account.AccountId, examination.AccountId, StringComparison.OrdinalIgnoreCase))
                {
                    return new AiGatewayConnectionCheck(Name, CheckStatus.Passed, $"The token sees account '{account.Name}' ({account.AccountId}).");
                }
            }

            if (accounts.IsLast)
            {
                return NotFound(examination.AccountId, seen);
            }
        }
    }

    /// <summary>Tokens without account permissions list nothing, although they work on their account.</summary>
    private AiGatewayConnectionCheck NotFound(string? accountId, int seen) => (accountId, seen) switch
    {
        (null, 1) => new(Name, CheckStatus.Passed, "No account was named; the token sees exactly one, which is used."),
        (null, 0) => new(Name, CheckStatus.Failed, "No account was named, and the token lists none.", "Connect with an account id, or set CLOUDFLARE_ACCOUNT_ID."),
        (null, _) => new(Name, CheckStatus.Warning, $"No account was named, and the token sees {seen}.", "Connect with an account id, or set CLOUDFLARE_ACCOUNT_ID."),
        (_, 0) => new(Name, CheckStatus.Unknown, $"The token lists no accounts, so whether it may use {accountId} shows only in use.", $"Add the permission '{PermissionNames.Accounts}' to see names of accounts."),
        _ => new(Name, CheckStatus.Failed, $"The token does not see account {accountId}.", "Check the account id, and the account resources of the token (dashboard: My Profile > API Tokens)."),
    };
}
