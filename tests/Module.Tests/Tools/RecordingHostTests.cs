using System;
using System.Linq;
using CloudflareAiGateway.EngineHost;
using Xunit;

namespace CloudflareAiGateway.Module.Tests.Tools;

public class RecordingHostTests
{
    [Theory]
    [InlineData(0, 1)]
    [InlineData(2, 0)]
    public void A_confirmation_takes_the_queued_choice(int choice, int outputs)
    {
        using EngineSession session = Sample.Session();
        session.Host.AnswerChoice(choice);

        EngineResult result = session.Run("Set-SampleThing one");

        Assert.Equal(outputs, result.Output.Count);
        Assert.Contains("\"Set-SampleThing\" on target \"one\"", session.Host.TextOf(HostStream.Prompt), StringComparison.Ordinal);
        Assert.Equal(0, session.Host.PendingAnswers);
    }

    [Fact]
    public void An_unexpected_confirmation_fails_and_does_nothing()
    {
        using EngineSession session = Sample.Session();

        EngineResult result = session.Run("Set-SampleThing one");

        Assert.IsType<UnexpectedPromptException>(Assert.Single(result.Errors).Exception.GetBaseException());
        Assert.Empty(result.Output);
    }

    [Fact]
    public void A_missing_mandatory_parameter_fails_instead_of_waiting()
    {
        using EngineSession session = Sample.Session();

        EngineResult result = session.Run("Set-SampleThing -Confirm:$false");

        Assert.IsType<UnexpectedPromptException>(Assert.Single(result.Errors).Exception.GetBaseException());
        Assert.Contains("'Name'", result.Errors[0].ToString(), StringComparison.Ordinal);
        Assert.Empty(result.Output);
    }

    [Fact]
    public void A_mandatory_parameter_takes_the_queued_answer()
    {
        using EngineSession session = Sample.Session();
        session.Host.Answer("typed");

        Assert.Equal("set typed", Assert.Single(session.Run("Set-SampleThing -Confirm:$false").OutputOf<string>()));
    }

    [Fact]
    public void Streams_are_recorded_in_the_order_of_writing()
    {
        using EngineSession session = Sample.Session(standIns: true);

        EngineResult result = session.Run("Write-Host 'one'; Write-Warning 'two'; Write-Verbose 'three' -Verbose; Write-Host 'four'");

        Assert.Equal(
            [(HostStream.Output, "one"), (HostStream.Warning, "two"), (HostStream.Verbose, "three"), (HostStream.Output, "four")],
            result.Host.Select(record => (record.Stream, record.Text.TrimEnd())));
    }

    [Theory]
    [InlineData(false, "red\n")]
    [InlineData(true, "\u001b[31mred\u001b[0m\n")]
    public void Colours_are_stripped_unless_asked_for(bool keepAnsi, string expected)
    {
        RecordingHost host = new(keepAnsi: keepAnsi);

        host.UI.WriteLine("\u001b[31mred\u001b[0m");

        Assert.Equal(expected, host.Recording.Text);
    }

    [Fact]
    public void Exit_leaves_its_code()
    {
        using EngineSession session = Sample.Session();

        session.Run("exit 3");

        Assert.Equal(3, session.ExitCode);
    }
}
