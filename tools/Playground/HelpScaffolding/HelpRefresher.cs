using System;
using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;

namespace CloudflareAiGateway.Playground.HelpScaffolding;

/// <summary>Renews the syntax and the parameters' yaml of a help source from reflection; every word of prose stays.</summary>
internal static class HelpRefresher
{
    private const string CommonText =
        "This cmdlet supports the common parameters: -Debug, -ErrorAction, -ErrorVariable, -InformationAction,\n" +
        "-InformationVariable, -OutBuffer, -OutVariable, -PipelineVariable, -ProgressAction, -Verbose, -WarningAction and\n" +
        "-WarningVariable. For more information, see\n" +
        "[about_CommonParameters](https://go.microsoft.com/fwlink/?LinkID=113216).";

    private static readonly Dictionary<string, string> s_knownProse = new(StringComparer.Ordinal)
    {
        ["WhatIf"] = "Shows what would happen, and changes nothing.",
        ["Confirm"] = "Asks before each change.",
    };

    public static string Refresh(string text, CmdletInfo cmdlet)
    {
        MarkdownSections sections = MarkdownSections.Parse(text);
        sections.Replace("SYNTAX", SyntaxText.Of(cmdlet));
        sections.Replace("PARAMETERS", Parameters(sections, cmdlet));
        return sections.ToString();
    }

    private static string Parameters(MarkdownSections sections, CmdletInfo cmdlet)
    {
        IReadOnlyDictionary<string, string> written = sections.Children("PARAMETERS");
        IEnumerable<string> renewed = ParameterFactsReader.Names(cmdlet).Select(name =>
        {
            ParameterProse prose = ParameterProse.Parse(written.GetValueOrDefault("-" + name, string.Empty));
            string description = prose.Text.Length > 0
                ? prose.Text
                : s_knownProse.GetValueOrDefault(name, $"{{{{ Fill in the description of {name} }}}}");
            IEnumerable<string> yaml = ParameterFactsReader.Read(cmdlet, name, prose.DefaultValue);
            return $"### -{name}\n\n{description}\n\n{string.Join("\n\n", yaml)}";
        });
        return string.Join("\n\n", renewed.Append($"### CommonParameters\n\n{CommonText}"));
    }
}
