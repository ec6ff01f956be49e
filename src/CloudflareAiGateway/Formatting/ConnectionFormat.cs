using System.ComponentModel;

namespace CloudflareAiGateway.Formatting;

/// <summary>Short texts for the views of checks. Used by the format file; not meant for scripts.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class ConnectionFormat
{
    /// <summary>
    /// What a check found, and below it what to do about a failure: without that the table tells half of the story. The advice for what
    /// could not be checked stays in the list view, as one cause often leaves many checks open.
    /// </summary>
    /// <param name="check">The check.</param>
    public static string Finding(AiGatewayConnectionCheck check) => check is { Status: CheckStatus.Failed or CheckStatus.Warning, Advice: { } advice }
        ? $"{check.Detail}\n→ {advice}"
        : check.Detail;
}
