using System;
using System.Collections.Generic;
using System.Text.Json.Nodes;

namespace CloudflareAiGateway.Emulator;

/// <summary>The free text search of lists.</summary>
internal static class MemberSearch
{
    /// <summary>Whether one of the members contains a text, in any case.</summary>
    /// <param name="members">The document.</param>
    /// <param name="names">Where to look.</param>
    /// <param name="text">The text; null or empty hits everything.</param>
    public static bool Hits(JsonObject members, IReadOnlyList<string> names, string? text)
    {
        if (string.IsNullOrEmpty(text))
        {
            return true;
        }

        foreach (string name in names)
        {
            if (members.Text(name)?.Contains(text, StringComparison.OrdinalIgnoreCase) == true)
            {
                return true;
            }
        }

        return false;
    }
}
