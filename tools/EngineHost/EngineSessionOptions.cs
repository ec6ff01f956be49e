using System.Collections.Generic;
using System.Management.Automation.Host;

namespace CloudflareAiGateway.EngineHost;

/// <summary>How a session is set up.</summary>
public sealed record EngineSessionOptions
{
    /// <summary>Imports the built module when the session opens. Off for tests of the import itself.</summary>
    public bool ImportModule { get; init; } = true;

    /// <summary>Modules to import instead of the built one, by path of the manifest or assembly.</summary>
    public IReadOnlyList<string>? Modules { get; init; }

    /// <summary>The screen's width in characters, on which tables depend.</summary>
    public int Width { get; init; } = 100;

    /// <summary>Keeps colour codes in recorded text.</summary>
    public bool KeepAnsi { get; init; }

    /// <summary>Global variables, preference variables among them.</summary>
    public IReadOnlyDictionary<string, object?>? Variables { get; init; }

    /// <summary>
    /// Adds plain replacements for commands that PowerShell ships outside the engine (Select-Object, ConvertTo-Json, …).
    /// </summary>
    public bool StandIns { get; init; }

    /// <summary>The host to use instead of a <see cref="RecordingHost"/>.</summary>
    public PSHost? Host { get; init; }
}
