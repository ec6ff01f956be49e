using System;
using System.IO;
using System.Runtime.InteropServices;
using System.Threading.Tasks;

namespace CloudflareAiGateway.EmulatorServer;

/// <summary>The program.</summary>
public static class Program
{
    private const int UsageError = 2;

    /// <summary>Runs until it is interrupted.</summary>
    /// <returns>0; 1 when it could not start; 2 when the arguments are wrong.</returns>
    public static async Task<int> Main(string[] args)
    {
        var stop = new TaskCompletionSource();
        using PosixSignalRegistration interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, Stop);
        using PosixSignalRegistration terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, Stop);
        return await RunAsync(args, Console.Out, Console.Error, stop.Task);

        void Stop(PosixSignalContext signal)
        {
            signal.Cancel = true;
            stop.TrySetResult();
        }
    }

    /// <summary>Runs until it is told to stop.</summary>
    /// <param name="args">The arguments.</param>
    /// <param name="output">Gets the line that says where it listens.</param>
    /// <param name="error">Gets what is wrong.</param>
    /// <param name="stop">Ends the run when it completes.</param>
    public static async Task<int> RunAsync(string[] args, TextWriter output, TextWriter error, Task stop)
    {
        CommandLine line = CommandLine.Read(args);
        if (line.Trouble is not null)
        {
            await error.WriteLineAsync($"{line.Trouble} See --help.");
            return UsageError;
        }

        if (line.WantsHelp)
        {
            await output.WriteLineAsync(CommandLine.Help);
            return 0;
        }

        try
        {
            await using EmulatorServerHost host = await EmulatorServerHost.StartAsync(line.ToOptions());
            await output.WriteLineAsync($"Listening on {host.BaseUri.GetLeftPart(UriPartial.Authority)}");
            await output.FlushAsync();
            await stop;
            return 0;
        }
        catch (Exception exception) when (exception is IOException or AiGatewayException)
        {
            await error.WriteLineAsync(exception is AiGatewayException failure ? $"{failure.Message} {failure.RecommendedAction}" : exception.Message);
            return 1;
        }
    }
}
