using System.Collections.Generic;
using System.Text;

namespace CloudflareAiGateway.Emulator;

/// <summary>Something that data loss prevention found.</summary>
/// <param name="Profile">The profile that matched.</param>
/// <param name="Policy">The policy that asked for it; null in the old form of the setting.</param>
/// <param name="Check">On which side.</param>
/// <param name="Blocks">Whether the policy blocks.</param>
internal sealed record DlpFinding(string Profile, string? Policy, string Check, bool Blocks)
{
    /// <summary>Whether any finding blocks.</summary>
    public static bool AnyBlocks(IReadOnlyList<DlpFinding> findings)
    {
        foreach (DlpFinding finding in findings)
        {
            if (finding.Blocks)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The value of the header <c>cf-aig-dlp</c>.</summary>
    public static string ToHeader(IReadOnlyList<DlpFinding> findings) =>
        Encoding.UTF8.GetString(JsonBody.Write(findings, static (writer, findings) =>
        {
            writer.WriteStartObject();
            writer.WriteStartArray("findings");
            foreach (DlpFinding finding in findings)
            {
                writer.WriteStartObject();
                writer.WriteStartObject("profile");
                writer.WriteStartObject("context");
                writer.WriteEndObject();
                writer.WriteStartArray("entry_ids");
                writer.WriteStringValue(LogId.Make(0, LogId.BitsOf(finding.Profile)));
                writer.WriteEndArray();
                writer.WriteString("profile_id", finding.Profile);
                writer.WriteEndObject();
                writer.WriteStartArray("policy_ids");
                if (finding.Policy is not null)
                {
                    writer.WriteStringValue(finding.Policy);
                }

                writer.WriteEndArray();
                writer.WriteString("check", finding.Check);
                writer.WriteEndObject();
            }

            writer.WriteEndArray();
            writer.WriteString("action", AnyBlocks(findings) ? DlpScanner.Block : "FLAG");
            writer.WriteEndObject();
        }).Span);
}
