using System;
using System.Threading;
using CloudflareAiGateway.EngineHost;

namespace CloudflareAiGateway.Playground;

/// <summary>Runs scripts on the console: output in place, errors counted, Ctrl+C stops the pipeline and not the process.</summary>
public sealed class ScriptRunner
{
    public const int Stopped = 130;

    private readonly Lock _gate = new();
    private readonly EngineSession _session;
    private readonly IConsoleState _console;
    private EngineRun? _current;

    public ScriptRunner(EngineSession session, IConsoleState console)
    {
        _session = session;
        _console = console;
    }

    /// <summary>Runs a script and says how it ended: 0, 1 after an error, 130 when stopped, or its own exit code.</summary>
    public int Run(string script, bool localScope)
    {
        int errorsBefore = _console.ErrorCount;
        Console.CancelKeyPress += Stop;
        try
        {
            EngineResult result = RunOne(script, localScope);
            return result switch
            {
                { Stopped: true } => Stopped,
                _ when _console.ExitCode is { } code => code,
                { Terminated: true } => 1,
                _ => _console.ErrorCount > errorsBefore ? 1 : 0,
            };
        }
        finally
        {
            Console.CancelKeyPress -= Stop;
        }
    }

    private EngineResult RunOne(string script, bool localScope)
    {
        using EngineRun run = _session.BeginFormatted(script, localScope);
        lock (_gate)
        {
            _current = run;
        }

        try
        {
            return run.Wait();
        }
        finally
        {
            lock (_gate)
            {
                _current = null;
            }
        }
    }

    private void Stop(object? sender, ConsoleCancelEventArgs pressed)
    {
        EngineRun? run;
        lock (_gate)
        {
            run = _current;
        }

        if (run is not null)
        {
            pressed.Cancel = true;
            run.Stop();
        }
    }
}
