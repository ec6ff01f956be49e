using System;
using System.IO;
using CloudflareAiGateway.EngineHost;

namespace CloudflareAiGateway.Playground;

/// <summary>Runs the built module in the real PowerShell engine: the demo, a command, a file, or a prompt.</summary>
public static class Program
{
    public static int Main(string[] args)
    {
        ArgumentNullException.ThrowIfNull(args);
        PlaygroundOptions options;
        try
        {
            options = PlaygroundOptions.Parse(args);
        }
        catch (ArgumentException wrong)
        {
            Console.Error.WriteLine(wrong.Message);
            Console.Error.WriteLine(PlaygroundOptions.Usage);
            return 2;
        }

        if (options.Mode == PlaygroundMode.Help)
        {
            Console.WriteLine(PlaygroundOptions.Usage);
            return 0;
        }

        try
        {
            return Run(options);
        }
        catch (FileNotFoundException missing)
        {
            Console.Error.WriteLine(missing.Message);
            return 1;
        }
    }

    private static int Run(PlaygroundOptions options)
    {
        ConsoleHost host = new();
        using EngineSession session = new(new EngineSessionOptions { Host = host, StandIns = true });
        ScriptRunner runner = new(session, host);
        return options.Mode switch
        {
            PlaygroundMode.Command => runner.Run(options.Text, localScope: false),
            PlaygroundMode.File => runner.Run(ScriptFile.Invocation(options.Text, options.Arguments), localScope: true),
            PlaygroundMode.Interactive => new PromptLoop(runner, host).Run(),
            PlaygroundMode.ScaffoldHelp => HelpScaffolding.HelpScaffolder.Run(session, options.Text),
            _ => new Demo(runner, Console.Out).Run(DemoScript.Load()),
        };
    }
}
