using System.Collections.Generic;
using System.Management.Automation;
using CloudflareAiGateway.EngineHost;

namespace CloudflareAiGateway.Module.Tests.Tools;

/// <summary>Sessions with this assembly's sample cmdlets, so that the tools are tested apart from the module.</summary>
internal static class Sample
{
    public static string AssemblyPath => typeof(Sample).Assembly.Location;

    public static EngineSession Session(bool standIns = false, IReadOnlyDictionary<string, object?>? variables = null, int width = 100) =>
        new(new EngineSessionOptions { Modules = [AssemblyPath], StandIns = standIns, Variables = variables, Width = width });

    public static IReadOnlyList<CmdletInfo> Cmdlets(EngineSession session) =>
        [.. session.Run("Get-Command Get-SampleThing, Set-SampleThing").OutputOf<CmdletInfo>()];
}
