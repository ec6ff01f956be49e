using System.Globalization;

namespace CloudflareAiGateway;

/// <summary>The API counts in cents; users count in dollars. The one place that knows how many of these make one of those.</summary>
internal static class Money
{
    /// <summary>The currency of everything that the API gives without one.</summary>
    public const string DefaultCurrency = "USD";

    /// <summary>From here on an amount is a slip of the finger.</summary>
    public const decimal Unthinkable = 1_000_000_000;

    private const decimal CentsPerUnit = 100;

    /// <summary>An amount from cents; null stays null.</summary>
    public static decimal? FromCents(decimal? cents) => cents / CentsPerUnit;

    /// <summary>An amount in cents, as requests take it.</summary>
    public static long ToCents(decimal amount) => (long)(amount * CentsPerUnit);

    /// <summary>Whether an amount is a whole number of cents.</summary>
    public static bool IsWholeCents(decimal amount) => amount * CentsPerUnit == decimal.Truncate(amount * CentsPerUnit);

    /// <summary>A currency as people write it.</summary>
    /// <returns>Such as <c>USD</c> for <c>usd</c>.</returns>
    public static string Currency(string? code) => string.IsNullOrEmpty(code) ? DefaultCurrency : code!.ToUpperInvariant();

    /// <summary>An amount in one line.</summary>
    /// <returns>Such as <c>25.00 USD</c>.</returns>
    public static string Text(decimal? amount, string currency) =>
        amount is { } value ? $"{value.ToString("0.00########", CultureInfo.InvariantCulture)} {currency}" : "none";
}
