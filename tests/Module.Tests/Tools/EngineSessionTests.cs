using System;
using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;
using System.Threading;
using CloudflareAiGateway.EngineHost;
using Xunit;

namespace CloudflareAiGateway.Module.Tests.Tools;

public class EngineSessionTests
{
    [Fact]
    public void Run_collects_output_and_non_terminating_errors()
    {
        using EngineSession session = Sample.Session(standIns: true);

        EngineResult result = session.Run("1; Write-Error 'bad' -ErrorId 'X'; Write-Warning 'careful'; 2");

        Assert.Equal([1, 2], result.OutputOf<int>());
        Assert.StartsWith("X,", Assert.Single(result.Errors).FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Equal("careful", Assert.Single(result.Warnings).Message);
        Assert.False(result.Terminated);
    }

    [Fact]
    public void Run_reports_a_terminating_error_as_the_last_one()
    {
        using EngineSession session = Sample.Session();

        EngineResult result = session.Run("'before'; throw 'boom'");

        Assert.True(result.Terminated);
        Assert.Equal("boom", result.Errors[^1].Exception.Message);
        Assert.Equal("before", Assert.Single(result.OutputOf<string>()));
    }

    [Fact]
    public void Run_reports_a_parse_error_instead_of_throwing()
    {
        using EngineSession session = Sample.Session();

        Assert.IsType<ParseException>(Assert.Single(session.Run("1 +").Errors).Exception, exactMatch: false);
    }

    [Fact]
    public void Run_leaves_no_variable_behind()
    {
        using EngineSession session = Sample.Session();

        Assert.Equal(3, Assert.Single(session.Run("$mine = $given + 1; $mine", ("given", 2)).OutputOf<int>()));

        EngineResult after = session.Run("$null -eq $mine; $null -eq $given");
        Assert.Equal([true, true], after.OutputOf<bool>());
    }

    [Fact]
    public void RunGlobal_keeps_what_the_script_set()
    {
        using EngineSession session = Sample.Session();

        session.RunGlobal("$kept = 5");

        Assert.Equal(5, Assert.Single(session.Run("$kept").OutputOf<int>()));
    }

    [Fact]
    public void RunFormatted_shows_tables_and_errors_in_order_without_colours()
    {
        using EngineSession session = Sample.Session();

        EngineResult result = session.RunFormatted("[pscustomobject]@{ A = 1; B = 'x' }; 1/0");

        string[] lines = result.HostText.Split('\n').Select(line => line.Trim()).Where(line => line.Length > 0).ToArray();
        Assert.Equal(["A B", "- -", "1 x", "RuntimeException: Attempted to divide by zero."], lines);
        Assert.Equal(lines[^1], string.Concat(result.Host.Where(record => record.Stream == HostStream.Error).Select(record => record.Text)).Trim());
    }

    [Fact]
    public void RunFormatted_shows_a_terminating_error()
    {
        using EngineSession session = Sample.Session();

        EngineResult result = session.RunFormatted("throw 'boom'");

        Assert.True(result.Terminated);
        Assert.Contains(result.Host, record => record is { Stream: HostStream.Error, Text: "Exception: boom\n" });
    }

    [Theory]
    [InlineData(40)]
    [InlineData(120)]
    public void Width_is_the_widest_line(int width)
    {
        using EngineSession session = Sample.Session(width: width);

        string text = session.RunFormatted("[pscustomobject]@{ Text = 'word ' * 60 } | ForEach-Object { $_ }").HostText;

        Assert.InRange(text.Split('\n').Max(line => line.Length), width - 5, width);
    }

    [Fact]
    public void Variables_are_there_from_the_start()
    {
        using EngineSession session = Sample.Session(variables: new Dictionary<string, object?> { ["WhatIfPreference"] = true });

        EngineResult result = session.Run("Set-SampleThing one");

        Assert.Empty(result.Output);
        Assert.Contains("What if:", result.HostText, StringComparison.Ordinal);
    }

    [Fact]
    public void A_running_script_stops_at_once_and_without_an_error()
    {
        using EngineSession session = Sample.Session(standIns: true);
        using EngineRun run = session.BeginRun("'started'; Start-Sleep 60; 'too late'");
        Assert.True(SpinWait.SpinUntil(() => run.Output.Count == 1, TimeSpan.FromSeconds(10)));

        run.Stop();
        EngineResult result = run.Wait(TimeSpan.FromSeconds(5));

        Assert.True(result.Stopped);
        Assert.Empty(result.Errors);
        Assert.Equal("started", Assert.Single(result.OutputOf<string>()));
    }

    [Fact]
    public void Waiting_too_long_throws_and_disposing_stops()
    {
        using EngineSession session = Sample.Session(standIns: true);
        using (EngineRun run = session.BeginRun("Start-Sleep 60"))
        {
            Assert.Throws<TimeoutException>(() => run.Wait(TimeSpan.FromMilliseconds(50)));
        }

        // A runspace that is still busy would refuse this.
        Assert.Equal(1, Assert.Single(session.Run("1").OutputOf<int>()));
    }

    [Fact]
    public void Complete_offers_cmdlets_parameters_and_values()
    {
        using EngineSession session = Sample.Session();

        Assert.Contains("Get-SampleThing", Offers(session, "Get-Sampl"));
        Assert.Contains("-Kind", Offers(session, "Get-SampleThing -K"));
        Assert.Equal(["Round", "Square"], Offers(session, "Get-SampleThing -Kind "));
        Assert.Equal(["Round"], session.Complete("Get-SampleThing -Kind R -Size 1", 23).CompletionMatches.Select(match => match.CompletionText));
    }

    [Fact]
    public void A_module_that_cannot_be_imported_fails_the_session()
    {
        using TemporaryFolder folder = new();
        string manifest = folder.Write("Broken.psd1", "@{ ModuleVersion = '1.0'; RootModule = 'missing.dll' }");

        Assert.ThrowsAny<RuntimeException>(() => new EngineSession(new EngineSessionOptions { Modules = [manifest] }));
    }

    private static IEnumerable<string> Offers(EngineSession session, string text) =>
        session.Complete(text).CompletionMatches.Select(match => match.CompletionText);
}
