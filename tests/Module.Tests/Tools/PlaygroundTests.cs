using System;
using System.IO;
using System.Linq;
using CloudflareAiGateway.Playground;
using Xunit;

namespace CloudflareAiGateway.Module.Tests.Tools;

public class PlaygroundTests
{
    [Fact]
    public void Demo_is_cut_into_whole_statements_with_their_comments()
    {
        const string Script = """
            <# help #>
            #requires -Version 7.4

            # First.
            # Second line.
            'a', 'b' |
                Get-Thing -Text '# no comment'

            $x = 1; $y = @{
                Z = 2   # inside
            }
            # Trailing.
            """;

        DemoStatement[] statements = [.. DemoScript.Split(Script)];

        Assert.Equal(3, statements.Length);
        Assert.Equal(["# First.", "# Second line."], statements[0].Comments);
        Assert.Equal(2, statements[0].Text.ReplaceLineEndings("\n").Split('\n').Length);
        Assert.Equal("$x = 1", statements[1].Text);
        Assert.Empty(statements[2].Comments);
        Assert.EndsWith("}", statements[2].Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Demo_echoes_each_statement_before_its_output_and_stops_at_an_error()
    {
        FakeConsole console = new();
        StringWriter output = new();
        using EngineHost.EngineSession session = Sample.Session();
        Demo demo = new(new ScriptRunner(session, console), output);

        int exitCode = demo.Run("# Say it.\n'a' |\n    ForEach-Object { $_ }\nthrow 'boom'\n'never'");

        Assert.Equal(1, exitCode);
        string[] lines = output.ToString().ReplaceLineEndings("\n").Split('\n');
        Assert.Equal(["# Say it.", "PS> 'a' |", ">>      ForEach-Object { $_ }"], lines.Take(3));
        Assert.Equal("a", session.Host.TextOf(EngineHost.HostStream.Output).Trim());
        Assert.DoesNotContain("never", output.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void The_demo_that_ships_does_the_main_job()
    {
        string[] statements = DemoScript.Split(DemoScript.Load()).Select(statement => statement.Text).ToArray();

        Assert.Equal("Connect-AiGateway -Emulator", statements[0]);
        Assert.Contains("Get-AiGateway | Set-AiGateway -CacheTtl 7200 -WhatIf", statements);
        Assert.Contains("Get-AiGateway | Set-AiGateway -CacheTtl 7200", statements);
    }

    [Theory]
    [InlineData("-c", PlaygroundMode.Command)]
    [InlineData("-Command", PlaygroundMode.Command)]
    [InlineData("--scaffoldhelp", PlaygroundMode.ScaffoldHelp)]
    public void Options_may_be_shortened(string option, PlaygroundMode expected) =>
        Assert.Equal(expected, PlaygroundOptions.Parse([option, "x"]).Mode);

    [Theory]
    [InlineData("-Nope")]
    [InlineData("Command")]
    [InlineData("-Command")]
    [InlineData("-File", "there-is-no-such-file.ps1")]
    [InlineData("-Command", "a", "b")]
    [InlineData("-Interactive", "a")]
    public void Wrong_options_are_refused_with_exit_code_2(params string[] args)
    {
        Assert.Throws<ArgumentException>(() => PlaygroundOptions.Parse(args));
        Assert.Equal(2, Playground.Program.Main(args));
    }

    [Fact]
    public void A_files_arguments_stay_literal_and_its_parameters_bind()
    {
        using TemporaryFolder folder = new();
        string file = folder.Write(
            "it's.ps1", "param([string] $Name, [switch] $Loud, [Parameter(ValueFromRemainingArguments)] $Rest) \"$Name|$Loud|$Rest\"");
        using EngineHost.EngineSession session = Sample.Session();

        string call = ScriptFile.Invocation(file, ["-Name", "it's $(1+1)", "-Loud:$true", "a;b"]);

        Assert.Equal("it's $(1+1)|True|a;b", Assert.Single(session.Run(call).OutputOf<string>()));
    }

    [Theory]
    [InlineData("Get-Thing |", true)]
    [InlineData("if ($x) {", true)]
    [InlineData("'open", true)]
    [InlineData("Get-Thing", false)]
    [InlineData("1 )", false)]
    public void The_prompt_waits_for_the_rest_of_a_script(string text, bool incomplete) =>
        Assert.Equal(incomplete, PromptLoop.IsIncomplete(text));

    private sealed class FakeConsole : IConsoleState
    {
        public int ErrorCount => 0;

        public int? ExitCode => null;
    }
}
