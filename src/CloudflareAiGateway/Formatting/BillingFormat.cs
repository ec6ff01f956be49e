using System.ComponentModel;
using System.Globalization;

namespace CloudflareAiGateway.Formatting;

/// <summary>Short texts for the views of billing. Used by the format file; not meant for scripts.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class BillingFormat
{
    /// <summary>An amount with its currency.</summary>
    /// <param name="amount">The amount; null for none.</param>
    /// <param name="currency">The currency.</param>
    /// <returns>Such as <c>1,250.00 USD</c>; empty for none.</returns>
    public static string Amount(decimal? amount, string currency) =>
        amount is { } value ? $"{value.ToString("#,##0.00####", CultureInfo.CurrentCulture)} {currency}" : string.Empty;

    /// <summary>Whether the account may top up, in a word.</summary>
    /// <param name="limit">The limits.</param>
    /// <returns><c>yes</c>, <c>no</c> with the reason, or <c>not said</c>.</returns>
    public static string Eligible(AiGatewayTopUpLimit limit) => limit.Eligible switch
    {
        true => "yes",
        false => limit.Reason is null ? "no" : $"no: {limit.Reason}",
        _ => "not said",
    };
}
