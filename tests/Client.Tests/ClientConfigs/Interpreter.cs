using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Diagnostics;
using System.IO;
using System.Threading.Tasks;
using Xunit;

namespace CloudflareAiGateway.Client.Tests;

/// <summary>Programs of other languages, which parse snippets where the machine has them. What is missing is skipped with the reason.</summary>
internal static class Interpreter
{
    private static readonly ConcurrentDictionary<string, Task<string>> s_checked = new(StringComparer.Ordinal);

    /// <summary>Lets the language's own parser read a text, without running it.</summary>
    /// <returns>Nothing when it parses, else what the parser says.</returns>
    public static Task<string> CheckAsync(string language, string text) => s_checked.GetOrAdd($"{language}\n{text}", _ => RunOnFileAsync(language, text));

    private static async Task<string> RunOnFileAsync(string language, string text)
    {
        (string program, string[] arguments, string ending) = language switch
        {
            "javascript" => ("node", new[] { "--check" }, ".mjs"),
            "python" => ("python3", new[] { "-c", "import ast, sys; ast.parse(open(sys.argv[1], encoding='utf-8').read())" }, ".py"),
            "toml" => ("python3", new[] { "-c", "import tomllib, sys; tomllib.load(open(sys.argv[1], 'rb'))" }, ".toml"),
            "sh" => ("sh", new[] { "-n" }, ".sh"),
            _ => throw new ArgumentException(language, nameof(language)),
        };
        string file = Path.Combine(Path.GetTempPath(), Guid.NewGuid().ToString("N") + ending);
        await File.WriteAllTextAsync(file, text, TestContext.Current.CancellationToken);
        try
        {
            return await RunAsync(program, [.. arguments, file]);
        }
        finally
        {
            File.Delete(file);
        }
    }

    private static async Task<string> RunAsync(string program, IReadOnlyList<string> arguments)
    {
        using var process = new Process { StartInfo = new ProcessStartInfo(program) { RedirectStandardError = true, RedirectStandardOutput = true } };
        foreach (string argument in arguments)
        {
            process.StartInfo.ArgumentList.Add(argument);
        }

        try
        {
            process.Start();
        }
        catch (System.ComponentModel.Win32Exception)
        {
            Assert.Skip($"This machine has no {program}, so its language is not checked.");
        }

        string output = await process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken) + await process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        if (output.Contains("No module named 'tomllib'", StringComparison.Ordinal))
        {
            Assert.Skip("This machine's Python is older than 3.11 and cannot read TOML.");
        }

        return process.ExitCode == 0 ? string.Empty : output.Length == 0 ? $"exit code {process.ExitCode}" : output;
    }
}
