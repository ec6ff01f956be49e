using System;
using System.IO;
using CloudflareAiGateway.Module.Tests.Support;
using Xunit;

namespace CloudflareAiGateway.Module.Tests.Runtime;

/// <summary>Another module's Microsoft.Extensions and Polly live beside ours, whichever comes first.</summary>
public sealed class IsolationTests
{
    private const string LoadTheirs =
        """
        foreach ($name in 'Polly.Core', 'Microsoft.Extensions.Http', 'Microsoft.Extensions.DependencyInjection') {
            [void][System.Reflection.Assembly]::LoadFrom([System.IO.Path]::Combine('FOLDER', "$name.dll"))
        }
        [void][Microsoft.Extensions.DependencyInjection.ServiceCollection]::new()
        """;

    private const string UseOurs =
        """
        Connect-AiGateway -Emulator
        'prod-api' | New-AiGateway | Set-AiGateway -CacheTtl 60
        """;

    private const string Report =
        """
        foreach ($assembly in [System.AppDomain]::CurrentDomain.GetAssemblies()) {
            $name = $assembly.GetName()
            if ($name.Name -in 'Polly.Core', 'Microsoft.Extensions.Http', 'CloudflareAiGateway.Client', 'CloudflareAiGateway.Abstractions') {
                $context = [System.Runtime.Loader.AssemblyLoadContext]::GetLoadContext($assembly)
                "$($name.Name) $($name.Version.Major).$($name.Version.Minor) $(if ($context -eq [System.Runtime.Loader.AssemblyLoadContext]::Default) { 'default' } else { 'private' })"
            }
        }
        "ttl $((Get-AiGateway prod-api).CacheTtl)"
        """;

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Other_versions_of_our_packages_do_not_meet_ours(bool theirsFirst)
    {
        string theirs = LoadTheirs.Replace("FOLDER", Path.GetDirectoryName(typeof(IsolationTests).Assembly.Location), StringComparison.Ordinal);
        string script = (theirsFirst ? theirs + "\n" + UseOurs : UseOurs + "\n" + theirs) + "\n" + Report;
        (int exitCode, string output, string error) = PlaygroundProcess.Run("-Command", script);
        Assert.True(exitCode == 0, error);
        Assert.Contains("Microsoft.Extensions.Http 10.0 default", output, StringComparison.Ordinal);
        Assert.Contains("Microsoft.Extensions.Http 8.0 private", output, StringComparison.Ordinal);
        Assert.Contains("Polly.Core 8.0 private", output, StringComparison.Ordinal);
        Assert.Contains("CloudflareAiGateway.Client 0.1 private", output, StringComparison.Ordinal);
        Assert.Contains("ttl 60", output, StringComparison.Ordinal);

        // One copy of the types that users see, where users see them.
        Assert.Contains("CloudflareAiGateway.Abstractions 0.1 default", output, StringComparison.Ordinal);
        Assert.DoesNotContain("CloudflareAiGateway.Abstractions 0.1 private", output, StringComparison.Ordinal);
    }
}
