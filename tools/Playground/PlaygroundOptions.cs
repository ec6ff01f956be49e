using System;
using System.Collections.Generic;
using System.IO;

namespace CloudflareAiGateway.Playground;

/// <summary>The command line, read the way pwsh reads its own: one mode, named from its start (<c>-c</c>, <c>-Command</c>).</summary>
public sealed record PlaygroundOptions(PlaygroundMode Mode, string Text, IReadOnlyList<string> Arguments)
{
    public const string Usage = """
        Runs the built module in the real PowerShell engine, without pwsh.

          dotnet run --project tools/Playground                            the demo: the main job against the emulator
          dotnet run --project tools/Playground -- -Command '<script>'     a script, its formatted output and errors
          dotnet run --project tools/Playground -- -File <x.ps1> [args]    a script file
          dotnet run --project tools/Playground -- -Interactive            a prompt
          dotnet run --project tools/Playground -- -ScaffoldHelp <folder>  writes or refreshes the help sources
          dotnet run --project tools/Playground -- -Help                   this text

        Exit code: 0 done, 1 an error was shown, 2 wrong options, 130 stopped with Ctrl+C; or the script's own.
        """;

    /// <exception cref="ArgumentException">The options are wrong; the message says which.</exception>
    public static PlaygroundOptions Parse(IReadOnlyList<string> args)
    {
        ArgumentNullException.ThrowIfNull(args);
        if (args.Count == 0)
        {
            return new PlaygroundOptions(PlaygroundMode.Demo, string.Empty, []);
        }

        PlaygroundMode mode = ModeOf(args[0]);
        bool takesText = mode is PlaygroundMode.Command or PlaygroundMode.File or PlaygroundMode.ScaffoldHelp;
        if (takesText && args.Count < 2)
        {
            throw new ArgumentException($"-{mode} needs a value.");
        }

        List<string> rest = [];
        for (int index = takesText ? 2 : 1; index < args.Count; index++)
        {
            rest.Add(args[index]);
        }

        if (rest.Count > 0 && mode != PlaygroundMode.File)
        {
            throw new ArgumentException($"-{mode} takes nothing after it, but there is '{rest[0]}'. Quote a script that has spaces.");
        }

        string text = takesText ? args[1] : string.Empty;
        if (mode == PlaygroundMode.File && !File.Exists(text))
        {
            throw new ArgumentException($"There is no file '{text}'.");
        }

        return new PlaygroundOptions(mode, text, rest);
    }

    private static PlaygroundMode ModeOf(string option)
    {
        string name = option.TrimStart('-', '/');
        if (option == "-?")
        {
            return PlaygroundMode.Help;
        }

        if (name.Length > 0 && name.Length < option.Length)
        {
            foreach (PlaygroundMode mode in Enum.GetValues<PlaygroundMode>())
            {
                if (mode != PlaygroundMode.Demo && mode.ToString().StartsWith(name, StringComparison.OrdinalIgnoreCase))
                {
                    return mode;
                }
            }
        }

        throw new ArgumentException($"'{option}' is not an option.");
    }
}
