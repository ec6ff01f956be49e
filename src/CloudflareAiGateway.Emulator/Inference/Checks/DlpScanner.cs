using System;
using System.Collections.Generic;
using System.Text.Json;

namespace CloudflareAiGateway.Emulator;

/// <summary>
/// The gateway's setting <c>dlp</c>, in both of its forms. The word <c>dlp-match</c> in a text matches every profile,
/// <c>dlp-match:name</c> the one of that name.
/// </summary>
internal static class DlpScanner
{
    public const string Request = "REQUEST";
    public const string Response = "RESPONSE";
    public const string Block = "BLOCK";

    private const string Trigger = "dlp-match";

    /// <summary>Whether a side of calls is looked at.</summary>
    public static bool Checks(JsonElement dlp, string check)
    {
        foreach (JsonElement policy in Policies(dlp))
        {
            if (Includes(policy, check))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>What a text holds.</summary>
    public static IReadOnlyList<DlpFinding> Scan(JsonElement dlp, string check, string text)
    {
        var findings = new List<DlpFinding>();
        foreach (JsonElement policy in Policies(dlp))
        {
            if (!Includes(policy, check))
            {
                continue;
            }

            foreach (JsonElement profile in policy.Member("profiles").Items())
            {
                if (profile.AsText() is string name && Matches(text, name))
                {
                    findings.Add(new DlpFinding(name, policy.Text("id"), check, policy.Text("action") == Block));
                }
            }
        }

        return findings;
    }

    private static IEnumerable<JsonElement> Policies(JsonElement dlp)
    {
        if (!dlp.IsTrue("enabled"))
        {
            yield break;
        }

        // The old form is one policy for both sides, without a name.
        if (dlp.Member("policies").ValueKind != JsonValueKind.Array)
        {
            yield return dlp;
        }

        foreach (JsonElement policy in dlp.Member("policies").Items())
        {
            if (policy.IsTrue("enabled"))
            {
                yield return policy;
            }
        }
    }

    private static bool Includes(JsonElement policy, string check)
    {
        if (policy.Member("check").ValueKind != JsonValueKind.Array)
        {
            return true;
        }

        foreach (JsonElement given in policy.Member("check").Items())
        {
            if (given.AsText() == check)
            {
                return true;
            }
        }

        return false;
    }

    private static bool Matches(string text, string profile)
    {
        for (int i = text.IndexOf(Trigger, StringComparison.OrdinalIgnoreCase); i >= 0; i = text.IndexOf(Trigger, i + 1, StringComparison.OrdinalIgnoreCase))
        {
            ReadOnlySpan<char> rest = text.AsSpan(i + Trigger.Length);
            if (rest.IsEmpty || rest[0] != ':' || rest[1..].StartsWith(profile, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }
}
