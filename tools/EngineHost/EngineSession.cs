using System;
using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;
using System.Management.Automation.Runspaces;

namespace CloudflareAiGateway.EngineHost;

/// <summary>
/// One runspace of the real PowerShell engine, with the built module imported by its manifest. It has the commands of
/// Microsoft.PowerShell.Core only, since the others ship with pwsh and not with the engine's package.
/// </summary>
public sealed class EngineSession : IDisposable
{
    private readonly RecordingHost? _recordingHost;

    static EngineSession() =>
        // Read by the engine when it starts; nothing here may phone home.
        Environment.SetEnvironmentVariable("POWERSHELL_TELEMETRY_OPTOUT", "1");

    public EngineSession(EngineSessionOptions? options = null)
    {
        options ??= new EngineSessionOptions();
        _recordingHost = options.Host is null ? new RecordingHost(options.Width, keepAnsi: options.KeepAnsi) : null;
        Runspace = RunspaceFactory.CreateRunspace(_recordingHost ?? options.Host!, CreateState(options));
        try
        {
            Runspace.Open();
        }
        catch
        {
            Runspace.Dispose();
            throw;
        }
    }

    public Runspace Runspace { get; }

    /// <summary>The host that records what is shown and answers prompts.</summary>
    /// <exception cref="InvalidOperationException">The session was given a host of its own.</exception>
    public RecordingHostUI Host =>
        _recordingHost?.Recording ?? throw new InvalidOperationException("This session has a host that records nothing.");

    /// <summary>The code of the last script's <c>exit</c>, when it had one.</summary>
    public int? ExitCode => _recordingHost?.ExitCode;

    /// <summary>Runs a script in a scope of its own and collects every stream.</summary>
    /// <param name="script">The script.</param>
    /// <param name="variables">Variables that the script sees; they are gone afterwards.</param>
    public EngineResult Run(string script, params (string Name, object? Value)[] variables) =>
        RunCore(script, input: null, localScope: true, variables);

    /// <summary>Runs a script in the global scope, so that what it sets is there for the next one.</summary>
    public EngineResult RunGlobal(string script, params (string Name, object? Value)[] variables) =>
        RunCore(script, input: null, localScope: false, variables);

    /// <summary>Runs a script that gets objects through its pipeline (<c>$input | …</c>).</summary>
    public EngineResult RunWithInput(string script, IEnumerable<object?> input) =>
        RunCore(script, input, localScope: true, []);

    /// <summary>
    /// Runs a script and shows its output and errors on the host as a console would; the text is in <c>HostText</c>.
    /// Shown errors are host records of <see cref="HostStream.Error"/>, not <c>Errors</c>; only a terminating one is both.
    /// </summary>
    public EngineResult RunFormatted(string script, params (string Name, object? Value)[] variables)
    {
        using EngineRun run = Begin(script, input: null, localScope: true, formatted: true, variables);
        return run.Wait();
    }

    /// <summary>Starts what <see cref="RunFormatted"/> does and returns at once.</summary>
    /// <param name="script">The script.</param>
    /// <param name="localScope">Whether what the script sets is gone afterwards.</param>
    public EngineRun BeginFormatted(string script, bool localScope = true) =>
        Begin(script, input: null, localScope, formatted: true, []);

    /// <summary>Starts a script and returns at once, for tests that stop it or look at it while it runs.</summary>
    public EngineRun BeginRun(string script, params (string Name, object? Value)[] variables) =>
        Begin(script, input: null, localScope: true, formatted: false, variables);

    /// <summary>What the Tab key offers for <paramref name="text"/>.</summary>
    /// <param name="text">The line as typed.</param>
    /// <param name="cursor">The place of the cursor; the end of the line when not given.</param>
    public CommandCompletion Complete(string text, int? cursor = null)
    {
        using PowerShell shell = PowerShell.Create(Runspace);
        return CommandCompletion.CompleteInput(text, cursor ?? text.Length, options: null, shell);
    }

    public void Dispose() => Runspace.Dispose();

    private static InitialSessionState CreateState(EngineSessionOptions options)
    {
        InitialSessionState state = InitialSessionState.CreateDefault2();
        state.ThrowOnRunspaceOpenError = true;
        if (options.StandIns)
        {
            StandIns.StandInCommands.AddMissing(state);
        }

        // A copy of the module, or half of pwsh, on the machine's module path must not slip into a test.
        state.Variables.Add(new SessionStateVariableEntry("PSModuleAutoLoadingPreference", "None", null));
        foreach ((string name, object? value) in options.Variables ?? new Dictionary<string, object?>())
        {
            state.Variables.Add(new SessionStateVariableEntry(name, value, null));
        }

        string[] modules = options.Modules?.ToArray() ?? (options.ImportModule ? [BuiltModule.ManifestPath] : []);
        state.ImportPSModule(modules);
        return state;
    }

    private EngineResult RunCore(
        string script, IEnumerable<object?>? input, bool localScope, (string Name, object? Value)[] variables)
    {
        using EngineRun run = Begin(script, input, localScope, formatted: false, variables);
        return run.Wait();
    }

    private EngineRun Begin(
        string script, IEnumerable<object?>? input, bool localScope, bool formatted, (string Name, object? Value)[] variables) =>
        new(Runspace, _recordingHost?.Recording, script, input, localScope, formatted, variables);
}
