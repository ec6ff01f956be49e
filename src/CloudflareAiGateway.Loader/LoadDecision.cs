using System;
using System.Reflection;

namespace CloudflareAiGateway.Loader;

/// <summary>Where an assembly that the private context is asked for comes from. Pure, so that it can be tested without loading.</summary>
internal static class LoadDecision
{
    /// <summary>Decides.</summary>
    /// <param name="requested">What is asked for.</param>
    /// <param name="contracts">The simple name of the assembly that both contexts share.</param>
    /// <param name="ownExists">Whether our folder has the file.</param>
    /// <param name="frameworkVersion">The version of the shared framework's copy; null when it has none.</param>
    public static LoadSource Choose(AssemblyName requested, string contracts, bool ownExists, Version? frameworkVersion)
    {
        if (string.Equals(requested.Name, contracts, StringComparison.OrdinalIgnoreCase))
        {
            return LoadSource.Shared;
        }

        if (!ownExists)
        {
            return LoadSource.Default;
        }

        // A second copy of what the framework has splits its types in two; only a copy that is too old is worth replacing.
        bool frameworkServes = requested.Name is string name
            && name.StartsWith("System.", StringComparison.OrdinalIgnoreCase)
            && frameworkVersion is not null
            && (requested.Version is null || frameworkVersion >= requested.Version);
        return frameworkServes ? LoadSource.Default : LoadSource.OwnFolder;
    }
}
