using System;
using System.Collections.Generic;
using System.Linq;
using CloudflareAiGateway.HelpBuilder.Markdown;
using CloudflareAiGateway.HelpBuilder.Model;
using Markdig.Syntax;

namespace CloudflareAiGateway.HelpBuilder.Reading;

/// <summary>Reads the sections <c>### -Name</c> with their yaml blocks.</summary>
internal sealed class ParameterReader
{
    private static readonly string[] s_keys =
        ["Type", "Parameter Sets", "Aliases", "Required", "Position", "Default value", "Accept pipeline input", "Accept wildcard characters"];

    private readonly MarkdownFile _file;
    private readonly ICollection<HelpProblem> _problems;

    public ParameterReader(MarkdownFile file, ICollection<HelpProblem> problems)
    {
        _file = file;
        _problems = problems;
    }

    public IReadOnlyList<ParameterHelp> Read(HelpSection? section)
    {
        List<ParameterHelp> parameters = [];
        foreach (HelpSection child in section?.Children ?? [])
        {
            if (child.Title.StartsWith('-'))
            {
                parameters.Add(ReadOne(child));
            }
            else if (child.Title != "CommonParameters")
            {
                Report(child.Line, $"'{child.Title}' is no parameter; a parameter's heading is '### -Name'.");
            }
        }

        foreach (IGrouping<string, ParameterHelp> twice in parameters.GroupBy(parameter => parameter.Name).Where(group => group.Count() > 1))
        {
            Report(section!.Line, $"The parameter -{twice.Key} is there {twice.Count()} times.");
        }

        return parameters;
    }

    private ParameterHelp ReadOne(HelpSection section)
    {
        FencedCodeBlock[] yaml = section.Fences.Where(fence => fence.Info == "yaml").ToArray();
        TextPiece[] description = PlainText.Of(section.Blocks.Except(yaml), _file.FilePath, _problems).ToArray();
        if (description.Length == 0)
        {
            Report(section.Line, $"The parameter {section.Title} has no description.");
        }

        if (yaml.Length == 0)
        {
            Report(section.Line, $"The parameter {section.Title} has no yaml block.");
        }

        return new ParameterHelp(section.Title.TrimStart('-'), description, yaml.Select(fence => Facts(section, fence)).ToArray());
    }

    private ParameterFacts Facts(HelpSection section, FencedCodeBlock fence)
    {
        Dictionary<string, string> values = YamlLines.Read(fence.Lines.ToString());
        foreach (string missing in s_keys.Where(key => !values.ContainsKey(key)))
        {
            Report(fence.Line + 1, $"The yaml block of {section.Title} has no '{missing}'.");
        }

        return new ParameterFacts
        {
            Type = Text("Type"),
            ParameterSets = List("Parameter Sets"),
            Aliases = Text("Aliases"),
            AcceptedValues = List("Accepted values"),
            Required = Flag("Required"),
            Position = Text("Position"),
            DefaultValue = Text("Default value"),
            PipelineInput = Text("Accept pipeline input"),
            Wildcards = Flag("Accept wildcard characters"),
        };

        string Text(string key) => values.GetValueOrDefault(key, string.Empty);
        string[] List(string key) => Text(key).Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        bool Flag(string key) => Text(key).Equals("True", StringComparison.OrdinalIgnoreCase);
    }

    private void Report(int line, string text) => _problems.Add(new HelpProblem(_file.FilePath, line, text));
}
