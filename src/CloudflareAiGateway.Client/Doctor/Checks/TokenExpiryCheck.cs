using System;
using System.Globalization;
using System.Threading.Tasks;

namespace CloudflareAiGateway.Client;

/// <summary>How long the token is still good.</summary>
internal sealed class TokenExpiryCheck : ICheck
{
    private const int WarningDays = 14;

    /// <inheritdoc/>
    public string Name => "Token expiry";

    /// <inheritdoc/>
    public async Task<AiGatewayConnectionCheck> RunAsync(Examination examination)
    {
        TokenVerification token;
        try
        {
            token = await examination.Accounts.VerifyTokenAsync(examination.AccountId, examination.Call).ConfigureAwait(false);
        }
        catch (AiGatewayException exception) when (exception.Kind is AiGatewayErrorKind.Unauthorized)
        {
            // The check of the token has said so already.
            return Result(CheckStatus.Unknown, "A token that is not accepted shows no end.", null);
        }

        DateTimeOffset now = examination.Transport.Clock.GetUtcNow();
        if (token.NotBefore is DateTimeOffset start && start > now)
        {
            return Result(CheckStatus.Failed, $"The token is good only from {Day(start)} on.", "Wait until then, or make a token without a start date.");
        }

        if (token.ExpiresOn is not DateTimeOffset end)
        {
            return Result(CheckStatus.Passed, "The token does not expire.", null);
        }

        if (end <= now)
        {
            return Result(CheckStatus.Failed, $"The token expired on {Day(end)}.", "Make a new token (dashboard: My Profile > API Tokens) and connect again.");
        }

        int days = (int)(end - now).TotalDays;
        return days < WarningDays
            ? Result(CheckStatus.Warning, $"The token expires on {Day(end)}, in {days} day(s).", "Roll or extend the token before then (dashboard: My Profile > API Tokens).")
            : Result(CheckStatus.Passed, $"The token is good until {Day(end)}.", null);
    }

    private static string Day(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-dd HH:mm 'UTC'", CultureInfo.InvariantCulture);

    private AiGatewayConnectionCheck Result(CheckStatus status, string detail, string? advice) => new(Name, status, detail, advice);
}
