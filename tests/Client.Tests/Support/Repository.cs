using System;
using System.IO;

namespace CloudflareAiGateway.Client.Tests;

internal static class Repository
{
    /// <summary>A file or folder of the working tree that the tests were built in.</summary>
    public static string Find(string path)
    {
        for (DirectoryInfo? folder = new(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "Module.sln")))
            {
                return Path.Combine(folder.FullName, path);
            }
        }

        throw new DirectoryNotFoundException("The tests do not run inside the repository.");
    }
}
