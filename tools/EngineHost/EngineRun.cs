using System;
using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;
using System.Management.Automation.Runspaces;

namespace CloudflareAiGateway.EngineHost;

/// <summary>A script that is running.</summary>
public sealed class EngineRun : IDisposable
{
    private readonly PowerShell _shell;
    private readonly Runspace _runspace;
    private readonly RecordingHostUI? _host;
    private readonly int _firstHostRecord;
    private readonly List<(string Name, object? Value)> _previous = [];
    private readonly PSDataCollection<PSObject> _output = [];
    private readonly IAsyncResult _pending;
    private readonly bool _formatted;
    private EngineResult? _result;

    internal EngineRun(
        Runspace runspace, RecordingHostUI? host, string script, IEnumerable<object?>? input,
        bool localScope, bool formatted, (string Name, object? Value)[] variables)
    {
        _runspace = runspace;
        _host = host;
        _formatted = formatted;
        _firstHostRecord = host?.Records.Count ?? 0;
        foreach ((string name, object? value) in variables)
        {
            _previous.Add((name, runspace.SessionStateProxy.GetVariable(name)));
            runspace.SessionStateProxy.SetVariable(name, value);
        }

        _shell = PowerShell.Create(runspace).AddScript(script, localScope);
        if (formatted)
        {
            // As the console does it: errors travel with the output, so that they are shown in their place.
            _shell.Commands.Commands[0].MergeMyResults(PipelineResultTypes.Error, PipelineResultTypes.Output);
            _shell.AddCommand("Out-Default");
        }

        PSDataCollection<PSObject> source = [.. (input ?? []).Select(PSObject.AsPSObject)];
        source.Complete();
        _pending = _shell.BeginInvoke(source, _output);
    }

    /// <summary>Whether the script has ended.</summary>
    public bool IsCompleted => _pending.IsCompleted;

    /// <summary>What the script has written so far.</summary>
    public IReadOnlyList<PSObject> Output => _output.ToArray();

    /// <summary>Stops the script as Ctrl+C does, and waits until it has stopped.</summary>
    public void Stop() => _shell.Stop();

    /// <summary>Waits for the script's end.</summary>
    /// <exception cref="TimeoutException">The script is still running after <paramref name="timeout"/>.</exception>
    public EngineResult Wait(TimeSpan? timeout = null)
    {
        if (_result is not null)
        {
            return _result;
        }

        if (timeout is not null && !_pending.AsyncWaitHandle.WaitOne(timeout.Value))
        {
            throw new TimeoutException($"The script is still running after {timeout}.");
        }

        (ErrorRecord? fatal, bool stopped) = End();
        if (_formatted && fatal is not null)
        {
            Show(fatal);
        }

        RestoreVariables();
        return _result = new EngineResult
        {
            Output = _output.ToArray(),
            Errors = fatal is null ? _shell.Streams.Error.ToArray() : [.. _shell.Streams.Error, fatal],
            Warnings = _shell.Streams.Warning.ToArray(),
            Verbose = _shell.Streams.Verbose.ToArray(),
            Debug = _shell.Streams.Debug.ToArray(),
            Information = _shell.Streams.Information.ToArray(),
            Progress = _shell.Streams.Progress.ToArray(),
            Host = _host?.Records.Skip(_firstHostRecord).ToArray() ?? [],
            Terminated = fatal is not null,
            Stopped = stopped,
        };
    }

    /// <summary>Stops the script when it still runs.</summary>
    public void Dispose()
    {
        if (_result is null)
        {
            _shell.Stop();
            RestoreVariables();
        }

        _shell.Dispose();
        _output.Dispose();
    }

    private (ErrorRecord? Fatal, bool Stopped) End()
    {
        try
        {
            _shell.EndInvoke(_pending);
            return (null, false);
        }
        catch (PipelineStoppedException)
        {
            return (null, true);
        }
        catch (RuntimeException failure)
        {
            return (new ErrorRecord(failure.ErrorRecord, failure), false);
        }
    }

    // A terminating error never reached Out-Default, so it is shown afterwards.
    private void Show(ErrorRecord fatal)
    {
        using PowerShell shell = PowerShell.Create(_runspace).AddCommand("Out-Default");
        shell.Invoke(new[] { ErrorText.Marked(fatal) });
    }

    private void RestoreVariables()
    {
        foreach ((string name, object? value) in _previous)
        {
            if (value is null)
            {
                _runspace.SessionStateProxy.PSVariable.Remove(name);
            }
            else
            {
                _runspace.SessionStateProxy.SetVariable(name, value);
            }
        }

        _previous.Clear();
    }
}
