using System;
using System.Globalization;
using System.Management.Automation.Host;
using System.Reflection;

namespace CloudflareAiGateway.EngineHost;

/// <summary>A host without a console: it records what is shown and answers from queues.</summary>
public sealed class RecordingHost : PSHost
{
    public RecordingHost(int width = 100, int height = 400, bool keepAnsi = false) =>
        Recording = new RecordingHostUI(width, height, keepAnsi);

    /// <summary>What was shown, and the queues of answers.</summary>
    public RecordingHostUI Recording { get; }

    /// <summary>The code of the script's <c>exit</c>, when it had one.</summary>
    public int? ExitCode { get; private set; }

    public override string Name => "CloudflareAiGateway.RecordingHost";

    public override Version Version { get; } = Assembly.GetExecutingAssembly().GetName().Version ?? new Version(0, 0);

    public override Guid InstanceId { get; } = Guid.NewGuid();

    public override PSHostUserInterface UI => Recording;

    // Fixed, so that dates and numbers look the same on every machine.
    public override CultureInfo CurrentCulture { get; } = CultureInfo.GetCultureInfo("en-US");

    public override CultureInfo CurrentUICulture { get; } = CultureInfo.GetCultureInfo("en-US");

    public override void SetShouldExit(int exitCode) => ExitCode = exitCode;

    public override void EnterNestedPrompt() => throw new UnexpectedPromptException("for a nested prompt");

    public override void ExitNestedPrompt()
    {
    }

    public override void NotifyBeginApplication()
    {
    }

    public override void NotifyEndApplication()
    {
    }
}
