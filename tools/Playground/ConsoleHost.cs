using System;
using System.Globalization;
using System.Management.Automation.Host;
using System.Reflection;

namespace CloudflareAiGateway.Playground;

/// <summary>The engine's host on a real console.</summary>
public sealed class ConsoleHost : PSHost, IConsoleState
{
    private readonly ConsoleHostUI _ui = new();

    public int ErrorCount => _ui.ErrorCount;

    public int? ExitCode { get; private set; }

    public override string Name => "CloudflareAiGateway.Playground";

    public override Version Version { get; } = Assembly.GetExecutingAssembly().GetName().Version ?? new Version(0, 0);

    public override Guid InstanceId { get; } = Guid.NewGuid();

    public override PSHostUserInterface UI => _ui;

    public override CultureInfo CurrentCulture { get; } = CultureInfo.CurrentCulture;

    public override CultureInfo CurrentUICulture { get; } = CultureInfo.CurrentUICulture;

    public override void SetShouldExit(int exitCode) => ExitCode = exitCode;

    public override void EnterNestedPrompt() =>
        throw new NotSupportedException("The playground has no nested prompt.");

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
