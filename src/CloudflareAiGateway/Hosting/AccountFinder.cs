using System.Linq;
using System.Threading.Tasks;

namespace CloudflareAiGateway.Hosting;

/// <summary>Finds the account when the user named none.</summary>
internal static class AccountFinder
{
    /// <summary>The only account that the token sees.</summary>
    /// <exception cref="AiGatewayException">It sees none, or several; the message lists them.</exception>
    public static async Task<AiGatewayAccount> FindOnlyAsync(IAccountClient accounts, CallContext call)
    {
        ResultPage<AiGatewayAccount> page = await accounts.ListAsync(null, page: 1, pageSize: 50, call).ConfigureAwait(false);
        return page.Items.Count switch
        {
            1 => page.Items[0],
            0 => throw new AiGatewayException(AiGatewayErrorKind.NotConnected, "The token does not show which account it is for, so the account id must be given.")
            {
                RecommendedAction = "Run Connect-AiGateway -AccountId <id>, or set CLOUDFLARE_ACCOUNT_ID. The dashboard shows the id under "
                    + "'Find account and zone IDs'; 'wrangler whoami' prints it. A token with the permission Account Settings Read finds it by itself.",
            },
            _ => throw new AiGatewayException(
                AiGatewayErrorKind.NotConnected,
                "The token sees several accounts: " + string.Join(", ", page.Items.Select(a => $"{a.Name} ({a.AccountId})")) + (page.IsLast ? "." : ", and more."))
            {
                RecommendedAction = "Name one: Connect-AiGateway -AccountId <id>. Get-AiGatewayAccount lists them.",
            },
        };
    }
}
