using System;
using System.Management.Automation;
using System.Reflection;

namespace CloudflareAiGateway.EngineHost.StandIns;

/// <summary>Ends the commands before this one in the pipeline, as <c>Select-Object -First</c> does.</summary>
internal static class StopUpstream
{
    // The engine knows only its own exception as "enough", and keeps it to itself.
    private static readonly ConstructorInfo s_constructor =
        typeof(PSCmdlet).Assembly
            .GetType("System.Management.Automation.StopUpstreamCommandsException", throwOnError: true)!
            .GetConstructor(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic, [typeof(System.Management.Automation.Internal.InternalCommand)])
        ?? throw new MissingMethodException("StopUpstreamCommandsException has no constructor that takes a command.");

    public static Exception For(Cmdlet command) => (Exception)s_constructor.Invoke([command]);
}
