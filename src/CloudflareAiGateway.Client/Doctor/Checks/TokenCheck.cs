using System.Threading.Tasks;

namespace CloudflareAiGateway.Client;

/// <summary>Whether the token is known and active.</summary>
internal sealed class TokenCheck : ICheck
{
    /// <inheritdoc/>
    public string Name => "Token";

    /// <inheritdoc/>
    public async Task<AiGatewayConnectionCheck> RunAsync(Examination examination)
    {
        TokenVerification token = await examination.Accounts.VerifyTokenAsync(examination.AccountId, examination.Call).ConfigureAwait(false);
        string whose = token.Owner == "Account" ? "an account's token" : "a user's token";
        return token.Status == "active"
            ? new AiGatewayConnectionCheck(Name, CheckStatus.Passed, $"The token {token.Id} is active ({whose}).")
            : new AiGatewayConnectionCheck(
                Name,
                CheckStatus.Failed,
                $"The token {token.Id} is {token.Status} ({whose}).",
                "Make a new token, or enable this one (dashboard: My Profile > API Tokens), and connect again.");
    }
}
