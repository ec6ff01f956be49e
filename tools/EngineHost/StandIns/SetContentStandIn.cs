using System;
using System.IO;
using System.Management.Automation;

namespace CloudflareAiGateway.EngineHost.StandIns;

/// <summary>Stand-in for Set-Content on files.</summary>
[Cmdlet(VerbsCommon.Set, "Content", SupportsShouldProcess = true)]
public sealed class SetContentStandIn : PSCmdlet, IDisposable
{
    private TextWriter? _writer;

    [Parameter(Position = 0, Mandatory = true), Alias("LiteralPath")] public string Path { get; set; } = string.Empty;

    [Parameter(Position = 1, Mandatory = true, ValueFromPipeline = true), AllowNull] public object?[]? Value { get; set; }

    [Parameter] public SwitchParameter NoNewline { get; set; }

    protected override void BeginProcessing()
    {
        string file = GetUnresolvedProviderPathFromPSPath(Path);
        _writer = ShouldProcess(file) ? new StreamWriter(file) : TextWriter.Null;
    }

    protected override void ProcessRecord()
    {
        foreach (object? item in Value ?? [])
        {
            _writer!.Write(item?.ToString());
            _writer.Write(NoNewline ? string.Empty : Environment.NewLine);
        }
    }

    protected override void EndProcessing() => Dispose();

    // The engine disposes of cmdlets also when the pipeline fails or is stopped.
    public void Dispose() => _writer?.Dispose();
}
