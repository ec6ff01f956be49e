using System.Globalization;

namespace CloudflareAiGateway.Commands;

/// <summary>Checks amounts of money, before any call.</summary>
internal static class BillingInput
{
    /// <summary>What is wrong with an amount.</summary>
    /// <param name="amount">The amount; null for none.</param>
    /// <param name="least">The least that the API takes.</param>
    /// <param name="greatest">The greatest; null when there is none.</param>
    /// <param name="what">What it is for, such as <c>A top-up</c>.</param>
    /// <param name="currency">The currency.</param>
    /// <returns>One sentence; null when nothing is.</returns>
    public static string? Explain(decimal? amount, decimal least, decimal? greatest, string what, string currency = Money.DefaultCurrency)
    {
        if (amount is not { } value)
        {
            return null;
        }

        string shown = value.ToString(CultureInfo.InvariantCulture);
        if (value < least)
        {
            return $"{what} of {shown} {currency} is too small: at least {Money.Text(least, currency)}.";
        }

        if (value > greatest)
        {
            return $"{what} of {shown} {currency} is too large: at most {Money.Text(greatest, currency)}.";
        }

        if (value >= Money.Unthinkable)
        {
            return $"{what} of {shown} {currency} cannot be meant.";
        }

        return Money.IsWholeCents(value) ? null : $"{shown} {currency} is not a whole number of cents.";
    }
}
