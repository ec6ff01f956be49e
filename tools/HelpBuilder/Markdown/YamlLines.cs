using System;
using System.Collections.Generic;

namespace CloudflareAiGateway.HelpBuilder.Markdown;

/// <summary>Reads the flat <c>Key: value</c> lines that help sources use; no other YAML occurs in them.</summary>
internal static class YamlLines
{
    public static Dictionary<string, string> Read(string text)
    {
        Dictionary<string, string> values = new(StringComparer.OrdinalIgnoreCase);
        foreach (string line in text.Split('\n'))
        {
            int colon = line.IndexOf(':', StringComparison.Ordinal);
            if (colon > 0 && !line.StartsWith('#'))
            {
                values[line[..colon].Trim()] = line[(colon + 1)..].Trim().Trim('"', '\'');
            }
        }

        return values;
    }
}
