using System;
using System.IO;

namespace CloudflareAiGateway.Playground;

/// <summary>Plays a script on the console: each statement is echoed as if typed, then run.</summary>
public sealed class Demo
{
    private readonly ScriptRunner _runner;
    private readonly TextWriter _output;

    public Demo(ScriptRunner runner, TextWriter output)
    {
        _runner = runner;
        _output = output;
    }

    /// <summary>Plays the script up to its first error, and returns the exit code.</summary>
    public int Run(string script)
    {
        foreach (DemoStatement statement in DemoScript.Split(script))
        {
            Echo(statement);
            int exitCode = _runner.Run(statement.Text, localScope: false);
            if (exitCode != 0)
            {
                return exitCode;
            }

            _output.WriteLine();
        }

        return 0;
    }

    private void Echo(DemoStatement statement)
    {
        foreach (string comment in statement.Comments)
        {
            _output.WriteLine(comment);
        }

        string[] lines = statement.Text.ReplaceLineEndings("\n").Split('\n');
        _output.WriteLine("PS> " + lines[0]);
        foreach (string line in lines.AsSpan(1))
        {
            _output.WriteLine(">>  " + line.TrimEnd());
        }
    }
}
