using System;
using System.IO;
using System.Linq;
using System.Management.Automation;
using System.Management.Automation.Language;
using System.Reflection;
using CloudflareAiGateway.EngineHost;
using Xunit;

namespace CloudflareAiGateway.Module.Tests.Sweeps;

/// <summary>The manifest against what was built.</summary>
public sealed class ExportTests
{
    private static readonly dynamic s_manifest = ReadManifest();

    [Fact]
    public void The_manifest_is_literal_and_exports_exactly_the_cmdlets_that_exist()
    {
        string[] exported = ((object[])s_manifest["CmdletsToExport"]).Cast<string>().Order(StringComparer.Ordinal).ToArray();
        Assert.Equal(CmdletsInAssembly(), exported);
        foreach (string other in new[] { "FunctionsToExport", "AliasesToExport", "VariablesToExport" })
        {
            Assert.Empty((object[])s_manifest[other]);
        }
    }

    [Fact]
    public void The_engine_accepts_the_manifest_and_shows_every_command()
    {
        using var session = new EngineSession();
        EngineResult result = session.Run("Test-ModuleManifest $path", ("path", BuiltModule.ManifestPath));
        Assert.Empty(result.Errors);
        Assert.Equal(CmdletsInAssembly().Length, session.Run("Get-Command -Module CloudflareAiGateway").Output.Count);
    }

    [Fact]
    public void Manifest_folder_and_assemblies_have_one_version()
    {
        string version = (string)s_manifest["ModuleVersion"];
        Assert.Equal(version, Path.GetFileName(BuiltModule.Folder));
        foreach (string dll in Directory.GetFiles(BuiltModule.Folder, "CloudflareAiGateway*.dll", SearchOption.AllDirectories))
        {
            Assert.Equal(version, AssemblyName.GetAssemblyName(dll).Version!.ToString(3));
        }
    }

    [Fact]
    public void The_package_holds_nothing_that_the_host_has()
    {
        string[] files = Directory.GetFiles(BuiltModule.Folder, "*", SearchOption.AllDirectories).Select(Path.GetFileName).ToArray()!;
        Assert.DoesNotContain(files, f => f.StartsWith("System.", StringComparison.Ordinal));
        Assert.DoesNotContain(files, f => f.EndsWith(".pdb", StringComparison.Ordinal) || f.EndsWith(".deps.json", StringComparison.Ordinal));
        Assert.Contains("LICENSE", files);
        Assert.Contains("THIRD-PARTY-NOTICES.md", files);
    }

    private static dynamic ReadManifest()
    {
        ScriptBlockAst script = Parser.ParseFile(BuiltModule.ManifestPath, out _, out ParseError[] errors);
        Assert.Empty(errors);
        var table = (HashtableAst)script.Find(a => a is HashtableAst, searchNestedScriptBlocks: false)!;
        return table.SafeGetValue();
    }

    /// <summary>What the engine finds in the assembly itself, without a manifest that chooses.</summary>
    private static string[] CmdletsInAssembly()
    {
        using var session = new EngineSession(new EngineSessionOptions { Modules = [Path.Combine(BuiltModule.Folder, "CloudflareAiGateway.dll")] });
        return session.Run("Get-Command -Module CloudflareAiGateway").Output
            .Select(o => ((CommandInfo)o.BaseObject).Name)
            .Order(StringComparer.Ordinal)
            .ToArray();
    }
}
