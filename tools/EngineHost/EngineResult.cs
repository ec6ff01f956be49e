using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;

namespace CloudflareAiGateway.EngineHost;

/// <summary>What one run of a script gave, stream by stream.</summary>
public sealed record EngineResult
{
    public required IReadOnlyList<PSObject> Output { get; init; }

    /// <summary>Errors in order. One that a cmdlet ended itself with is here too; the script may have gone on after it.</summary>
    public required IReadOnlyList<ErrorRecord> Errors { get; init; }

    public required IReadOnlyList<WarningRecord> Warnings { get; init; }

    public required IReadOnlyList<VerboseRecord> Verbose { get; init; }

    public required IReadOnlyList<DebugRecord> Debug { get; init; }

    public required IReadOnlyList<InformationRecord> Information { get; init; }

    public required IReadOnlyList<ProgressRecord> Progress { get; init; }

    /// <summary>What the host was asked to show during this run, in order.</summary>
    public required IReadOnlyList<HostRecord> Host { get; init; }

    /// <summary>Whether the last of <see cref="Errors"/> ended the script: a throw, a parse error, -ErrorAction Stop.</summary>
    public required bool Terminated { get; init; }

    /// <summary>Whether the run was stopped before its end.</summary>
    public required bool Stopped { get; init; }

    /// <summary>The host text as one string.</summary>
    public string HostText => string.Concat(Host.Select(record => record.Text));

    /// <summary>The base objects of the output that are of type <typeparamref name="T"/>.</summary>
    public IEnumerable<T> OutputOf<T>() => Output.Select(item => item?.BaseObject).OfType<T>();
}
