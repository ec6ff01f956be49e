using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Xml.Linq;
using CloudflareAiGateway.HelpBuilder;
using Xunit;

namespace CloudflareAiGateway.Module.Tests.Tools;

public class HelpCompilerTests
{
    private static readonly XNamespace s_command = "http://schemas.microsoft.com/maml/dev/command/2004/10";
    private static readonly XNamespace s_maml = "http://schemas.microsoft.com/maml/2004/10";

    [Fact]
    public void No_sources_are_fine_and_write_nothing()
    {
        using TemporaryFolder folder = new();

        Assert.Empty(HelpCompiler.Compile(folder.Combine("missing"), folder.Combine("out")));
        Assert.Equal(0, HelpBuilder.Program.Main([folder.FullName, folder.Combine("out")]));

        Assert.False(Directory.Exists(folder.Combine("out")));
    }

    [Fact]
    public void A_good_source_becomes_maml_and_nothing_else_is_left_behind()
    {
        using TemporaryFolder folder = new();
        folder.Write("docs/Get-SampleThing.md", HelpSources.Good);

        Assert.Empty(HelpCompiler.Compile(folder.Combine("docs"), folder.Combine("out")));

        string file = Assert.Single(Directory.GetFiles(folder.Combine("out")));
        XElement command = XDocument.Load(file).Descendants(s_command + "command").Single();
        Assert.Equal(["Kind", "Name", "Size"], Names(command.Element(s_command + "parameters")!));
        Assert.Equal(
            ["Name,Size", "Kind,Size"],
            command.Descendants(s_command + "syntaxItem").Select(item => string.Join(',', Names(item))));
        Assert.Equal(
            ["First paragraph, with a link (https://example.com).", "- one & two", "- three"],
            command.Element(s_maml + "description")!.Elements().Select(para => para.Value));
    }

    [Theory]
    [InlineData("# Get-SampleThing", "# Get-Other", "differs from the file's name")]
    [InlineData("# Get-SampleThing", "Some text", "before the first heading")]
    [InlineData("## NOTES", "## REMARKS", "'## NOTES' is missing")]
    [InlineData("## NOTES", "## REMARKS", "'REMARKS' has no place")]
    [InlineData("## NOTES", "## INPUTS", "'INPUTS' is there twice")]
    [InlineData("Gets *sample* things with `-Name`.", "", "'SYNOPSIS' is empty")]
    [InlineData("### Example 2: Get round ones", "Also:", "at least two examples, not 1")]
    [InlineData("Gets everything.", "", "does not say what it does")]
    [InlineData("The names.", "", "-Name has no description")]
    [InlineData("The names.", "{{ Fill in the description of Name }}", "placeholder is not filled in")]
    [InlineData("Position: 0", "", "has no 'Position'")]
    [InlineData("### -Size", "### -Length", "syntax has -Size")]
    [InlineData("### -Size", "### Size", "'Size' is no parameter")]
    [InlineData("### -Size", "### -Name", "-Name is there 2 times")]
    [InlineData("### System.String\n\nThings.", "Things.", "'OUTPUTS' names no type")]
    [InlineData("Things.", "***", "Help cannot show a ThematicBreakBlock")]
    public void A_bad_source_is_reported_with_its_line_and_nothing_is_written(string right, string wrong, string problem)
    {
        using TemporaryFolder folder = new();
        string text = HelpSources.Good.ReplaceLineEndings("\n");
        Assert.Contains(right, text, StringComparison.Ordinal);
        string path = folder.Write("docs/Get-SampleThing.md", text.Replace(right, wrong, StringComparison.Ordinal));

        IReadOnlyList<HelpProblem> problems = HelpCompiler.Compile(folder.Combine("docs"), folder.Combine("out"));

        HelpProblem found = Assert.Single(problems, found => found.Text.Contains(problem, StringComparison.Ordinal));
        Assert.Matches(@"Get-SampleThing\.md\([1-9]\d*\): error: .+", found.ToString());
        Assert.Equal(path, found.File);
        Assert.False(Directory.Exists(folder.Combine("out")));
    }

    [Fact]
    public void A_problem_names_the_line_of_the_heading()
    {
        using TemporaryFolder folder = new();
        string text = HelpSources.Good.ReplaceLineEndings("\n").Replace("The names.\n", "\n", StringComparison.Ordinal);
        folder.Write("docs/Get-SampleThing.md", text);

        HelpProblem problem = Assert.Single(HelpCompiler.Compile(folder.Combine("docs"), folder.Combine("out")));

        Assert.Equal("### -Name", text.Split('\n')[problem.Line - 1]);
    }

    [Fact]
    public void A_file_that_is_no_help_is_reported()
    {
        using TemporaryFolder folder = new();
        folder.Write("docs/notes.md", "# notes\n");

        Assert.Equal(1, HelpBuilder.Program.Main([folder.Combine("docs"), folder.Combine("out")]));
        Assert.Contains("neither Verb-Noun.md", Assert.Single(HelpCompiler.Compile(folder.Combine("docs"), "x")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Wrong_arguments_give_2() => Assert.Equal(2, HelpBuilder.Program.Main(["one"]));

    [Fact]
    public void About_topics_become_text_of_80_columns()
    {
        using TemporaryFolder folder = new();
        string words = string.Join(' ', Enumerable.Repeat("word", 40));
        folder.Write(
            "docs/about_Sample.md",
            $"# about_Sample\n\n## Short description\n\nTells `it`.\n\n## Long description\n\n{words}\n\n### Part\n\n- {words}\n- two\n\n```powershell\nGet-SampleThing\n```\n");

        Assert.Empty(HelpCompiler.Compile(folder.Combine("docs"), folder.Combine("out")));

        string[] lines = File.ReadAllLines(folder.Combine("out", "about_Sample.help.txt"));
        Assert.Equal(["TOPIC", "    about_Sample", "", "SHORT DESCRIPTION", "    Tells it.", "", "LONG DESCRIPTION"], lines.Take(7));
        Assert.InRange(lines.Max(line => line.Length), 76, 80);
        Assert.Equal(["    - two", "", "        Get-SampleThing"], lines.TakeLast(3));
        Assert.Contains("  Part", lines);
        Assert.Equal(80, lines.Sum(line => line.Split(' ').Count(word => word == "word")));
    }

    [Theory]
    [InlineData("- [Set-SampleThing](Set-SampleThing.md)")]
    [InlineData("[Set-SampleThing](Set-SampleThing.md)")]
    public void Links_count_in_lists_and_in_paragraphs(string link)
    {
        using TemporaryFolder folder = new();
        folder.Write("docs/Get-SampleThing.md", HelpSources.Good.Replace("- [Set-SampleThing](Set-SampleThing.md)", link, StringComparison.Ordinal));

        Assert.Empty(HelpCompiler.Compile(folder.Combine("docs"), folder.Combine("out")));

        XDocument help = XDocument.Load(Assert.Single(Directory.GetFiles(folder.Combine("out"))));
        Assert.Equal("Set-SampleThing", help.Descendants(s_maml + "linkText").Last().Value);
    }

    [Fact]
    public void A_table_becomes_a_list()
    {
        using TemporaryFolder folder = new();
        folder.Write(
            "docs/about_Sample.md",
            "# about_Sample\n\n## Short description\n\nText.\n\n## Long description\n\n| Id | Ends | Meaning |\n|---|---|---|\n| `Gone` | no | It is gone. |\n\n| Id | Meaning |\n|---|---|\n| `Gone` | Gone |\n");

        Assert.Empty(HelpCompiler.Compile(folder.Combine("docs"), folder.Combine("out")));

        string[] lines = File.ReadAllLines(folder.Combine("out", "about_Sample.help.txt"));
        Assert.Equal(["    - Gone. Ends: no. Meaning: It is gone.", "    - Gone: Gone"], lines.Where(line => line.Contains("- ", StringComparison.Ordinal)));
    }

    [Fact]
    public void An_about_topic_without_its_descriptions_is_reported()
    {
        using TemporaryFolder folder = new();
        folder.Write("docs/about_Sample.md", "# about_Sample\n\n## Long description\n\nText.\n");

        HelpProblem problem = Assert.Single(HelpCompiler.Compile(folder.Combine("docs"), folder.Combine("out")));

        Assert.Contains("'## SHORT DESCRIPTION' is missing", problem.Text, StringComparison.Ordinal);
    }

    private static IEnumerable<string> Names(XElement parent) =>
        parent.Elements(s_command + "parameter").Select(parameter => parameter.Element(s_maml + "name")!.Value);
}
