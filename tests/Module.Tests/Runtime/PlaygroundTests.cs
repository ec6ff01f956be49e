using System;
using CloudflareAiGateway.Module.Tests.Support;
using Xunit;

namespace CloudflareAiGateway.Module.Tests.Runtime;

/// <summary>The first command of the README, as a newcomer runs it.</summary>
public sealed class PlaygroundTests
{
    [Fact]
    public void The_main_job_runs_and_shows_what_it_does()
    {
        (int exitCode, string output, string error) = PlaygroundProcess.Run();
        Assert.True(exitCode == 0, error);
        Assert.Contains("PS> Get-AiGateway | Set-AiGateway -CacheTtl 7200 -WhatIf", output, StringComparison.Ordinal);
        Assert.Contains("CacheTtl: 3600 → 7200", output, StringComparison.Ordinal);
        foreach (string name in new[] { "prod-api", "staging-api", "dev-chat" })
        {
            Assert.Matches($@"(?m)^{name}\s+7200 s\s+100/60s", output);
        }
    }

    [Theory]
    [InlineData("Get-AiGateway", "Connect-AiGateway")]
    [InlineData("Connect-AiGateway -Emulator; Get-AiGateway missing-api", "missing-api")]
    public void Errors_set_the_exit_code_and_go_to_standard_error(string script, string says)
    {
        (int exitCode, _, string error) = PlaygroundProcess.Run("-Command", script);
        Assert.Equal(1, exitCode);
        Assert.Contains(says, error, StringComparison.Ordinal);
    }
}
