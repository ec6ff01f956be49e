using System;
using System.Threading.Tasks;

namespace CloudflareAiGateway.Client;

/// <summary>
/// Datasets and evaluations are deprecated and closed to accounts that never used them. How the API says so is not documented; any refusal
/// whose text speaks of it becomes one error that says what it is and what to use instead.
/// </summary>
internal static class RetiredFeature
{
    private static readonly string[] s_signs = ["deprecated", "no longer", "new accounts", "not available", "sunset", "retired", "discontinued"];

    /// <summary>Runs calls of the feature.</summary>
    /// <exception cref="AiGatewayException">NotAvailable where the account is too new for it; all others unchanged.</exception>
    public static async Task<T> RunAsync<T>(Func<Task<T>> calls)
    {
        try
        {
            return await calls().ConfigureAwait(false);
        }
        catch (AiGatewayException refusal) when (IsClosed(refusal))
        {
            throw Reworded.As(
                refusal,
                "Use the logs themselves: Get-AiGatewayLog selects them by the same conditions, Measure-AiGatewayLog gives cost, duration and success, and Set-AiGatewayLog rates them.",
                $"Cloudflare has deprecated datasets and evaluations, and this account cannot use them ({Said(refusal)}).",
                AiGatewayErrorKind.NotAvailable);
        }
    }

    /// <summary>The API's own words: the message made of them speaks of a permission, or of a thing that is missing, and neither would help.</summary>
    private static string Said(AiGatewayException refusal) =>
        refusal.ApiErrors.Count == 0 ? $"HTTP {refusal.StatusCode}" : refusal.ApiErrors[0].ToString().TrimEnd('.');

    private static bool IsClosed(AiGatewayException refusal)
    {
        if (refusal.StatusCode == 410)
        {
            return true;
        }

        if (refusal.StatusCode is not (400 or 403 or 404 or 405 or 422 or 501))
        {
            return false;
        }

        foreach (ApiError error in refusal.ApiErrors)
        {
            foreach (string sign in s_signs)
            {
                if (error.Message.Contains(sign, StringComparison.OrdinalIgnoreCase))
                {
                    return true;
                }
            }
        }

        return false;
    }
}
