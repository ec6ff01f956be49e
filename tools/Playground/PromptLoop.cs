using System;
using System.Management.Automation.Language;

namespace CloudflareAiGateway.Playground;

/// <summary>A plain prompt: reads until the parser has a whole script, runs it, and starts anew.</summary>
public sealed class PromptLoop
{
    private readonly ScriptRunner _runner;
    private readonly IConsoleState _console;

    public PromptLoop(ScriptRunner runner, IConsoleState console)
    {
        _runner = runner;
        _console = console;
    }

    /// <summary>Runs until <c>exit</c> or the end of input, and returns the exit code.</summary>
    public int Run()
    {
        Console.WriteLine("The real PowerShell engine with the built module. 'Connect-AiGateway -Emulator' needs no account; 'exit' leaves.");

        // Ctrl+C ends what runs (ScriptRunner sees to that), never the session.
        Console.CancelKeyPress += (_, pressed) => pressed.Cancel = true;
        while (_console.ExitCode is null && Read() is { } script)
        {
            if (script.Trim().Length > 0)
            {
                _runner.Run(script, localScope: false);
            }
        }

        return _console.ExitCode ?? 0;
    }

    /// <summary>Whether <paramref name="text"/> only needs more lines: an open block, string or pipeline.</summary>
    public static bool IsIncomplete(string text)
    {
        Parser.ParseInput(text, out _, out ParseError[] errors);
        return Array.Exists(errors, error => error.IncompleteInput);
    }

    private static string? Read()
    {
        string text = string.Empty;
        string prompt = "PS> ";
        while (true)
        {
            Console.Write(prompt);
            if (Console.ReadLine() is not { } line)
            {
                // The end of input runs what was typed; an incomplete script then shows its parse error.
                return text.Length > 0 ? text : null;
            }

            text = text.Length > 0 ? text + "\n" + line : line;

            // An empty line gives an incomplete script up, so that its parse error shows.
            if (!IsIncomplete(text) || (line.Length == 0 && text.Length > 0))
            {
                return text;
            }

            prompt = ">> ";
        }
    }
}
