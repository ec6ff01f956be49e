using System;
using System.Linq;
using System.Management.Automation;
using System.Text;

namespace CloudflareAiGateway.Playground.HelpScaffolding;

/// <summary>The SYNTAX section: one code block a parameter set, with the engine's own spelling of it.</summary>
internal static class SyntaxText
{
    private const int Width = 100;

    public static string Of(CmdletInfo cmdlet) => string.Join("\n\n", cmdlet.ParameterSets
        .OrderByDescending(set => set.IsDefault)
        .ThenBy(set => set.Name, StringComparer.Ordinal)
        .Select(set =>
        {
            string heading = cmdlet.ParameterSets.Count > 1 ? $"### {set.Name}{(set.IsDefault ? " (Default)" : string.Empty)}\n\n" : string.Empty;
            return $"{heading}```\n{Wrap($"{cmdlet.Name} {set}")}\n```";
        }));

    // Breaks before a parameter only, so that "[-Name <string>]" stays in one piece.
    private static string Wrap(string syntax)
    {
        StringBuilder text = new();
        int column = 0;
        foreach (string part in syntax.Replace(" [", "\n[", StringComparison.Ordinal).Replace(" -", "\n-", StringComparison.Ordinal).Split('\n'))
        {
            if (column > 0 && column + 1 + part.Length > Width)
            {
                text.Append("\n ");
                column = 1;
            }

            text.Append(column > 0 ? " " : string.Empty).Append(part);
            column += part.Length + 1;
        }

        return text.ToString();
    }
}
