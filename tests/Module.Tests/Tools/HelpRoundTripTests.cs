using System;
using System.IO;
using System.Linq;
using System.Text.RegularExpressions;
using CloudflareAiGateway.EngineHost;
using CloudflareAiGateway.HelpBuilder;
using CloudflareAiGateway.Playground.HelpScaffolding;
using Xunit;

namespace CloudflareAiGateway.Module.Tests.Tools;

public class HelpRoundTripTests
{
    [Fact]
    public void Scaffolding_twice_changes_nothing_and_what_it_writes_is_refused_until_filled_in()
    {
        using TemporaryFolder folder = new();
        using EngineSession session = Sample.Session();

        Assert.Equal(2, HelpScaffolder.Scaffold(Sample.Cmdlets(session), folder.FullName).Count);
        Assert.Empty(HelpScaffolder.Scaffold(Sample.Cmdlets(session), folder.FullName));

        Assert.All(
            HelpCompiler.Compile(folder.FullName, folder.Combine("out")),
            problem => Assert.Contains("placeholder", problem.Text, StringComparison.Ordinal));
        FillIn(folder);
        Assert.Empty(HelpCompiler.Compile(folder.FullName, folder.Combine("out")));
    }

    [Fact]
    public void Refreshing_adds_and_removes_parameters_and_keeps_prose_and_defaults()
    {
        using TemporaryFolder folder = new();
        using EngineSession session = Sample.Session();
        string outdated = HelpSources.Good.ReplaceLineEndings("\n")
            .Replace("### -Size", "### -Gone", StringComparison.Ordinal)
            .Replace("Accept wildcard characters: True", "Accept wildcard characters: False", StringComparison.Ordinal);
        string path = folder.Write("Get-SampleThing.md", outdated);

        HelpScaffolder.Scaffold(Sample.Cmdlets(session).Where(cmdlet => cmdlet.Name == "Get-SampleThing"), folder.FullName);

        string text = File.ReadAllText(path);
        Assert.DoesNotContain("-Gone", text, StringComparison.Ordinal);
        Assert.DoesNotContain("The size in millimetres.", text, StringComparison.Ordinal);
        Assert.Contains("### -Size\n\n{{ Fill in the description of Size }}\n", text, StringComparison.Ordinal);
        Assert.Contains("### -Name\n\nThe names.\n", text, StringComparison.Ordinal);
        Assert.Contains("Default value: *\n", text, StringComparison.Ordinal);
        Assert.Contains("Accept wildcard characters: True\n", text, StringComparison.Ordinal);
        Assert.Contains("# A comment, not a heading\n", text, StringComparison.Ordinal);
        Assert.StartsWith(outdated[..outdated.IndexOf("## SYNTAX", StringComparison.Ordinal)], text, StringComparison.Ordinal);
        Assert.EndsWith(outdated[outdated.IndexOf("## INPUTS", StringComparison.Ordinal)..], text, StringComparison.Ordinal);
    }

    [Fact]
    public void Get_help_shows_the_compiled_help()
    {
        using TemporaryFolder folder = new();
        string manifest = BuildModuleWithHelp(folder);
        using EngineSession session = new(new EngineSessionOptions { Modules = [manifest] });

        string full = session.RunFormatted("Get-Help Get-SampleThing -Full").HostText;

        Assert.Contains("Gets sample things with -Name.", full, StringComparison.Ordinal);
        Assert.Contains("Get-SampleThing -Kind {Round | Square} [-Size <Int32>] [<CommonParameters>]", full, StringComparison.Ordinal);
        Assert.Contains("Get-SampleThing [[-Name] <String[]>] [-Size <Int32>] [<CommonParameters>]", full, StringComparison.Ordinal);
        Assert.Contains("-------- Example 2: Get round ones --------", full, StringComparison.Ordinal);
        Assert.Matches(@"(?s)-Name <String\[\]>\s+The names\..*Position\?\s+0.*Default value\s+\*.*True \(ByValue\).*Aliases\s+Id.*wildcard characters\?\s+true", full);
        Assert.Contains("https://example.com/get-samplething", full, StringComparison.Ordinal);
    }

    [Fact]
    public void Get_help_finds_parameters_examples_and_about_topics()
    {
        using TemporaryFolder folder = new();
        string manifest = BuildModuleWithHelp(folder);
        using EngineSession session = new(new EngineSessionOptions { Modules = [manifest] });

        Assert.Contains("The kind of thing.", session.RunFormatted("Get-Help Get-SampleThing -Parameter Kind").HostText, StringComparison.Ordinal);
        Assert.Contains("# A comment, not a heading", session.RunFormatted("Get-Help Get-SampleThing -Examples").HostText, StringComparison.Ordinal);
        Assert.Contains("All about samples.", session.RunFormatted("Get-Help about_Sample").HostText, StringComparison.Ordinal);
    }

    private static string BuildModuleWithHelp(TemporaryFolder folder)
    {
        folder.Write("docs/Get-SampleThing.md", HelpSources.Good);
        folder.Write("docs/about_Sample.md", "# about_Sample\n\n## Short description\n\nAll about samples.\n\n## Long description\n\nText.\n");
        Assert.Empty(HelpCompiler.Compile(folder.Combine("docs"), folder.Combine("Sample", "en-US")));

        // Get-Help looks for the file that is named after the cmdlets' assembly, here the tests' own.
        string dll = Path.GetFileName(Sample.AssemblyPath);
        File.Move(folder.Combine("Sample", "en-US", HelpCompiler.MamlFile), folder.Combine("Sample", "en-US", dll + "-Help.xml"));
        return folder.Write("Sample/Sample.psd1", $"@{{ ModuleVersion = '1.0'; RootModule = '{Sample.AssemblyPath}'; CmdletsToExport = '*' }}");
    }

    private static void FillIn(TemporaryFolder folder)
    {
        foreach (string file in Directory.GetFiles(folder.FullName, "*.md"))
        {
            File.WriteAllText(file, Regex.Replace(File.ReadAllText(file), @"\{\{ Fill.*?\}\}", "Filled in."));
        }
    }
}
