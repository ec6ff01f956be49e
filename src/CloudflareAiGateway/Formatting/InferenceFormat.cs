using System;
using System.ComponentModel;
using System.Globalization;
using System.Linq;

namespace CloudflareAiGateway.Formatting;

/// <summary>Short texts for the views of calls. Used by the format file; not meant for scripts.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class InferenceFormat
{
    private const int ShownCharacters = 400;

    /// <summary>A time in seconds.</summary>
    /// <param name="time">The time.</param>
    /// <returns>Such as <c>1.25 s</c>.</returns>
    public static string Seconds(TimeSpan time) => time.TotalSeconds.ToString("0.00 s", CultureInfo.CurrentCulture);

    /// <summary>The tools that the model wants to be called.</summary>
    /// <param name="result">The answer.</param>
    /// <returns>Such as <c>weather({"city":"Bern"})</c>.</returns>
    public static string Tools(AiGatewayChatResult result) => string.Join("; ", result.ToolCalls.Select(c => c.ToString()));

    /// <summary>The beginning of a text.</summary>
    /// <param name="response">The answer.</param>
    /// <returns>At most 400 characters.</returns>
    public static string Beginning(AiGatewayResponse response) =>
        response.Text is not { } text ? string.Empty : text.Length <= ShownCharacters ? text : text.Substring(0, ShownCharacters) + "…";

    /// <summary>How a test ended.</summary>
    /// <param name="test">The test.</param>
    /// <returns>Such as <c>ok</c>, <c>ok (cached)</c>, <c>ProviderUnauthorized</c> or <c>NotFound</c>.</returns>
    public static string Outcome(AiGatewayModelTest test) =>
        !test.Success ? test.Reason is not AiGatewayErrorReason.None ? test.Reason.ToString() : test.ErrorKind?.ToString() ?? "failed"
        : string.Equals(test.CacheStatus, "HIT", StringComparison.OrdinalIgnoreCase) ? "ok (cached)"
        : "ok";

    /// <summary>The cost in US dollars; a question mark when it is not known.</summary>
    /// <param name="test">The test.</param>
    /// <returns>Such as <c>0.000125</c>.</returns>
    public static string Cost(AiGatewayModelTest test) => test.Cost?.ToString("0.000000", CultureInfo.CurrentCulture) ?? "?";
}
