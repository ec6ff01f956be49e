using System.Collections.Generic;
using System.Globalization;
using System.Linq;

namespace CloudflareAiGateway.Client.Tests;

/// <summary>A configuration file as one line a value, so that two can be compared by what they say.</summary>
internal static class ConfigTree
{
    /// <summary>Lines such as <c>vars.A = "1"</c>, in no special order.</summary>
    public static SortedSet<string> Of(ConfigNode root, string text)
    {
        var lines = new SortedSet<string>(System.StringComparer.Ordinal);
        Add(lines, string.Empty, root, text);
        return lines;
    }

    private static void Add(SortedSet<string> lines, string path, ConfigNode node, string text)
    {
        switch (node.Kind)
        {
            case ConfigKind.Table:
                lines.Add($"{path} {{}}");
                foreach (ConfigMember member in node.Members)
                {
                    Add(lines, $"{path}.{member.Key}", member.Value, text);
                }

                break;
            case ConfigKind.Array:
                foreach ((ConfigNode item, int index) in node.Items.Select((item, index) => (item, index)))
                {
                    Add(lines, string.Create(CultureInfo.InvariantCulture, $"{path}[{index}]"), item, text);
                }

                break;
            case ConfigKind.String:
                lines.Add($"{path} = \"{node.Text}\"");
                break;
            default:
                lines.Add($"{path} = {text[node.Start..node.End]}");
                break;
        }
    }
}
