using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;

namespace CloudflareAiGateway.Playground.HelpScaffolding;

/// <summary>The help source of a cmdlet that has none. What only a person can say is a placeholder that HelpBuilder refuses.</summary>
internal static class HelpTemplate
{
    public static string For(CmdletInfo cmdlet) => $$$"""
        ---
        external help file: {{{cmdlet.ImplementingType.Assembly.GetName().Name}}}.dll-Help.xml
        Module Name: {{{cmdlet.ModuleName}}}
        online version:
        schema: 2.0.0
        ---

        # {{{cmdlet.Name}}}

        ## SYNOPSIS

        {{ Fill in the synopsis }}

        ## SYNTAX

        ## DESCRIPTION

        {{ Fill in the description }}

        ## EXAMPLES

        ### Example 1: {{ Fill in the title }}

        ```powershell
        {{ Fill in the code }}
        ```

        {{ Fill in what it does }}

        ### Example 2: {{ Fill in the title }}

        ```powershell
        {{ Fill in the code }}
        ```

        {{ Fill in what it does }}

        ## PARAMETERS

        ## INPUTS

        {{{Types(Inputs(cmdlet), "{{ Fill in what is done with it }}")}}}

        ## OUTPUTS

        {{{Types(cmdlet.OutputType.Select(type => type.Name), "{{ Fill in its members }}")}}}

        ## NOTES

        {{ Fill in error ids and the token permission }}

        ## RELATED LINKS

        {{ Fill in links }}

        """.ReplaceLineEndings("\n");

    private static IEnumerable<string> Inputs(CmdletInfo cmdlet) => cmdlet.ParameterSets
        .SelectMany(set => set.Parameters)
        .Where(parameter => parameter.ValueFromPipeline)
        .Select(parameter => parameter.ParameterType.GetElementType() ?? parameter.ParameterType)
        .Select(type => type.FullName!)
        .Distinct();

    private static string Types(IEnumerable<string> names, string placeholder)
    {
        string[] sections = names.Select(name => $"### {name}\n\n{placeholder}").ToArray();
        return sections.Length > 0 ? string.Join("\n\n", sections) : "### None";
    }
}
