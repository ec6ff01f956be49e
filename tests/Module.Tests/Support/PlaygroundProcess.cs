using System;
using System.Diagnostics;
using System.IO;
using System.Linq;
using System.Reflection;
using CloudflareAiGateway.EngineHost;
using Xunit;

namespace CloudflareAiGateway.Module.Tests.Support;

/// <summary>The playground as a process of its own: a clean engine, and what a person would see.</summary>
public static class PlaygroundProcess
{
    /// <summary>Runs it to its end.</summary>
    /// <returns>Exit code, standard output and standard error.</returns>
    public static (int ExitCode, string Output, string Error) Run(params string[] arguments)
    {
        string playground = Path.Combine(
            BuiltModule.RepositoryRoot,
            typeof(PlaygroundProcess).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().First(a => a.Key == "Playground").Value!);
        var start = new ProcessStartInfo("dotnet") { RedirectStandardOutput = true, RedirectStandardError = true, RedirectStandardInput = true };
        start.ArgumentList.Add(playground);
        foreach (string argument in arguments)
        {
            start.ArgumentList.Add(argument);
        }

        using Process process = Process.Start(start)!;
        process.StandardInput.Close();
        System.Threading.Tasks.Task<string> error = process.StandardError.ReadToEndAsync();
        string output = process.StandardOutput.ReadToEnd();
        Assert.True(process.WaitForExit(TimeSpan.FromMinutes(2)), "The playground did not end.");
        return (process.ExitCode, output, error.GetAwaiter().GetResult());
    }
}
