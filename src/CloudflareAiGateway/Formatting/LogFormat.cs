using System.ComponentModel;
using System.Globalization;

namespace CloudflareAiGateway.Formatting;

/// <summary>Short texts for the views of logs. Used by the format file; not meant for scripts.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class LogFormat
{
    /// <summary>When the call came, to the second, by the user's clock.</summary>
    /// <param name="row">The row.</param>
    /// <returns>Such as <c>11-23 21:15:07</c>.</returns>
    public static string Time(AiGatewayLog row) => row.CreatedAt.ToLocalTime().ToString("MM-dd HH:mm:ss", CultureInfo.InvariantCulture);

    /// <summary>The provider's status, or whether it was a success.</summary>
    /// <param name="row">The row.</param>
    /// <returns>Such as <c>200</c>, <c>ok</c> or <c>failed</c>.</returns>
    public static string Status(AiGatewayLog row) =>
        row.StatusCode?.ToString(CultureInfo.InvariantCulture) ?? (row.Success is { } success ? success ? "ok" : "failed" : string.Empty);

    /// <summary>The cost in US dollars; a question mark when it is not known.</summary>
    /// <param name="row">The row.</param>
    /// <returns>Such as <c>0.000125</c>.</returns>
    public static string Cost(AiGatewayLog row) => row.Cost?.ToString("0.000000", CultureInfo.CurrentCulture) ?? "?";

    /// <summary>A sum, short.</summary>
    /// <param name="measure">The group.</param>
    /// <param name="property">The property.</param>
    /// <returns>Such as <c>12.5</c>; empty when it was not asked for.</returns>
    public static string Sum(AiGatewayLogMeasure measure, string property) =>
        measure.Statistics.TryGetValue(property, out AiGatewayLogStatistic? statistic) ? statistic.Sum.ToString(property == "Cost" ? "0.0000" : "0", CultureInfo.CurrentCulture) : string.Empty;

    /// <summary>A 95th percentile, short.</summary>
    /// <param name="measure">The group.</param>
    /// <param name="property">The property.</param>
    /// <returns>Such as <c>1250</c>; empty when it was not asked for.</returns>
    public static string P95(AiGatewayLogMeasure measure, string property) =>
        measure.Statistics.TryGetValue(property, out AiGatewayLogStatistic? statistic) && statistic.P95 is { } value ? value.ToString("0", CultureInfo.CurrentCulture) : string.Empty;

    /// <summary>A share in percent.</summary>
    /// <param name="share">0 to 1.</param>
    /// <returns>Such as <c>12.5 %</c>.</returns>
    public static string Share(double share) => share.ToString("0.0 %", CultureInfo.CurrentCulture);
}
