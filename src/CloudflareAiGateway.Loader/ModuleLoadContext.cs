using System;
using System.IO;
using System.Reflection;
using System.Runtime.Loader;

namespace CloudflareAiGateway.Loader;

/// <summary>
/// The private context of client, emulator and their packages: no other module's copy of a package can get in, and ours cannot get
/// out. Never unloaded, as types that users hold come from calls into it.
/// </summary>
internal sealed class ModuleLoadContext : AssemblyLoadContext
{
    private static readonly Assembly s_contracts = typeof(IClientFactory).Assembly;
    private static readonly string s_frameworkFolder = Path.GetDirectoryName(typeof(object).Assembly.Location) ?? string.Empty;

    private readonly string _folder;

    /// <summary>Makes the context of a folder.</summary>
    public ModuleLoadContext(string folder)
        : base("CloudflareAiGateway") => _folder = folder;

    /// <inheritdoc/>
    protected override Assembly? Load(AssemblyName assemblyName)
    {
        string own = Path.Combine(_folder, assemblyName.Name + ".dll");
        LoadSource source = LoadDecision.Choose(assemblyName, s_contracts.GetName().Name!, File.Exists(own), FrameworkVersion(assemblyName));
        return source switch
        {
            LoadSource.Shared => s_contracts,
            LoadSource.OwnFolder => LoadFromAssemblyPath(own),
            _ => null,
        };
    }

    private static Version? FrameworkVersion(AssemblyName requested)
    {
        string path = Path.Combine(s_frameworkFolder, requested.Name + ".dll");
        return File.Exists(path) ? AssemblyName.GetAssemblyName(path).Version : null;
    }
}
