using System;
using System.IO;
using System.Linq;
using System.Reflection;

namespace CloudflareAiGateway.EngineHost;

/// <summary>Finds the module that the build put into <c>output/</c>, wherever the repository was cloned to.</summary>
public static class BuiltModule
{
    /// <summary>The module's name, as the build knows it.</summary>
    public static string Name => Metadata("ModuleName");

    /// <summary>The full path of the built manifest.</summary>
    /// <exception cref="FileNotFoundException">The module has not been built.</exception>
    public static string ManifestPath => FindManifest(AppContext.BaseDirectory);

    /// <summary>The folder that holds the built module.</summary>
    /// <exception cref="FileNotFoundException">The module has not been built.</exception>
    public static string Folder => Path.GetDirectoryName(ManifestPath)!;

    /// <summary>The root of the repository that the module was built in.</summary>
    /// <exception cref="FileNotFoundException">The module has not been built.</exception>
    public static string RepositoryRoot
    {
        get
        {
            string suffix = Path.DirectorySeparatorChar + RelativeFolder;
            return Folder[..^suffix.Length];
        }
    }

    private static string RelativeFolder =>
        Metadata("ModuleOutput").Replace('\\', '/').TrimEnd('/').Replace('/', Path.DirectorySeparatorChar);

    /// <summary>Looks for the built manifest in <paramref name="start"/> and the folders above it.</summary>
    /// <exception cref="FileNotFoundException">No folder on the way up has the built module.</exception>
    public static string FindManifest(string start)
    {
        string relative = Path.Combine(RelativeFolder, Name + ".psd1");
        for (DirectoryInfo? folder = new(start); folder is not null; folder = folder.Parent)
        {
            string candidate = Path.Combine(folder.FullName, relative);
            if (File.Exists(candidate))
            {
                return candidate;
            }
        }

        throw new FileNotFoundException(
            $"The module is not built: no '{relative}' in or above '{start}'. Run 'dotnet build Module.sln' first.", relative);
    }

    private static string Metadata(string key) =>
        typeof(BuiltModule).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
            .FirstOrDefault(attribute => attribute.Key == key)?.Value
        ?? throw new InvalidOperationException($"EngineHost was built without the assembly metadata '{key}'.");
}
