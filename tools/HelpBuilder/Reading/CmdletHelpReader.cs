using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.RegularExpressions;
using CloudflareAiGateway.HelpBuilder.Markdown;
using CloudflareAiGateway.HelpBuilder.Model;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace CloudflareAiGateway.HelpBuilder.Reading;

/// <summary>Reads a cmdlet's help, and reports what is missing or would get lost.</summary>
internal sealed partial class CmdletHelpReader
{
    private static readonly string[] s_sections =
        ["SYNOPSIS", "SYNTAX", "DESCRIPTION", "EXAMPLES", "PARAMETERS", "INPUTS", "OUTPUTS", "NOTES", "RELATED LINKS"];

    private readonly MarkdownFile _file;
    private readonly ICollection<HelpProblem> _problems;

    private CmdletHelpReader(MarkdownFile file, ICollection<HelpProblem> problems)
    {
        _file = file;
        _problems = problems;
    }

    public static CmdletHelp Read(MarkdownFile file, ICollection<HelpProblem> problems) =>
        new CmdletHelpReader(file, problems).Read();

    private CmdletHelp Read()
    {
        CheckSections();
        IReadOnlyList<ParameterHelp> parameters = new ParameterReader(_file, _problems).Read(Section("PARAMETERS"));
        CmdletHelp help = new()
        {
            Name = _file.Name,
            Synopsis = Required("SYNOPSIS"),
            Syntax = Syntax(),
            Description = Required("DESCRIPTION"),
            Examples = Examples(),
            Parameters = parameters,
            Inputs = Types("INPUTS"),
            Outputs = Types("OUTPUTS"),
            Notes = Text(Section("NOTES")),
            Links = Links(),
        };
        CheckSyntax(help);
        return help;
    }

    private HelpSection? Section(string title) =>
        _file.Root?.Children.FirstOrDefault(section => section.Title.Equals(title, StringComparison.OrdinalIgnoreCase));

    private void CheckSections()
    {
        if (_file.Root is null)
        {
            return;
        }

        foreach (string missing in s_sections.Where(title => Section(title) is null))
        {
            Report(_file.Root, $"The section '## {missing}' is missing.");
        }

        HashSet<string> seen = new(StringComparer.OrdinalIgnoreCase);
        foreach (HelpSection section in _file.Root.Children)
        {
            if (!s_sections.Contains(section.Title, StringComparer.OrdinalIgnoreCase))
            {
                Report(section, $"The section '{section.Title}' has no place in cmdlet help.");
            }
            else if (!seen.Add(section.Title))
            {
                Report(section, $"The section '{section.Title}' is there twice.");
            }
        }
    }

    private List<SyntaxHelp> Syntax()
    {
        List<SyntaxHelp> syntax = [];
        HelpSection? section = Section("SYNTAX");
        foreach (HelpSection set in section is null ? [] : section.Children.Prepend(section))
        {
            string name = ReferenceEquals(set, section) ? ParameterFacts.AllSets : DefaultMark().Replace(set.Title, string.Empty);
            syntax.AddRange(set.Fences.Select(fence => new SyntaxHelp(
                name, ParameterName().Matches(fence.Lines.ToString()).Select(match => match.Groups[1].Value).ToArray())));
        }

        if (section is not null && syntax.Count == 0)
        {
            Report(section, "There is no code block with the syntax.");
        }

        return syntax;
    }

    private void CheckSyntax(CmdletHelp help)
    {
        string[] known = help.Parameters.Select(parameter => parameter.Name).ToArray();
        foreach (string name in help.Syntax.SelectMany(syntax => syntax.ParameterNames).Distinct().Where(name => !known.Contains(name)))
        {
            Report(Section("SYNTAX")!, $"The syntax has -{name}, which is not among the parameters.");
        }
    }

    private List<ExampleHelp> Examples()
    {
        List<ExampleHelp> examples = [];
        HelpSection? section = Section("EXAMPLES");
        foreach (HelpSection example in section?.Children ?? [])
        {
            if (example.Fences.FirstOrDefault() is not { } code)
            {
                Report(example, $"'{example.Title}' has no code block.");
                continue;
            }

            TextPiece[] remarks = PlainText.Of(example.Blocks.Where(block => block != code), _file.FilePath, _problems).ToArray();
            if (remarks.Length == 0)
            {
                Report(example, $"'{example.Title}' does not say what it does.");
            }

            examples.Add(new ExampleHelp(example.Title, code.Lines.ToString().TrimEnd(), remarks));
        }

        if (section is not null && section.Children.Count < 2)
        {
            Report(section, $"There must be at least two examples, not {section.Children.Count}.");
        }

        return examples;
    }

    private List<TypeHelp> Types(string title)
    {
        HelpSection? section = Section(title);
        if (section is { Children.Count: 0 })
        {
            Report(section, $"'{title}' names no type; write '### None' when there is none.");
        }

        return section?.Children.Select(type => new TypeHelp(type.Title, Text(type))).ToList() ?? [];
    }

    private List<LinkHelp> Links()
    {
        List<LinkHelp> links = [];
        if (_file.FrontMatter.GetValueOrDefault("online version") is { Length: > 0 } online)
        {
            links.Add(new LinkHelp("Online version:", online));
        }

        foreach (LinkInline link in Section("RELATED LINKS")?.Blocks.SelectMany(LinksIn) ?? [])
        {
            // The address of a topic beside this one means nothing on the user's machine.
            bool outside = link.Url?.Contains("://", StringComparison.Ordinal) == true;
            links.Add(new LinkHelp(PlainText.Of((ContainerInline)link), outside ? link.Url! : string.Empty));
        }

        return links;
    }

    // Descendants of a paragraph are its inlines' affair, those of a list are not.
    private static IEnumerable<LinkInline> LinksIn(Block block) =>
        block is LeafBlock paragraph ? paragraph.Inline?.Descendants<LinkInline>() ?? [] : block.Descendants<LinkInline>();

    private TextPiece[] Required(string title)
    {
        TextPiece[] text = Text(Section(title));
        if (text.Length == 0 && Section(title) is { } section)
        {
            Report(section, $"The section '{title}' is empty.");
        }

        return text;
    }

    private TextPiece[] Text(HelpSection? section) => section is null
        ? []
        : [
            .. PlainText.Of(section.Blocks, _file.FilePath, _problems),
            .. section.Level > 2 ? [] : section.Children.SelectMany(child => Text(child).Prepend(new TextPiece(TextKind.Paragraph, child.Title))),
        ];

    private void Report(HelpSection section, string text) => _problems.Add(new HelpProblem(_file.FilePath, section.Line, text));

    [GeneratedRegex(@"\s*\(Default\)\s*$", RegexOptions.IgnoreCase)]
    private static partial Regex DefaultMark();

    [GeneratedRegex(@"(?<=[\s\[])-([A-Za-z]\w*)")]
    private static partial Regex ParameterName();
}
