using System;
using System.IO;

namespace CloudflareAiGateway.Client.Tests;

/// <summary>A folder of a test's own, gone afterwards; in memory where that can be, as exports flush each page to the disk.</summary>
internal sealed class Folder : IDisposable
{
    private const string Memory = "/dev/shm";

    private readonly DirectoryInfo _folder = Directory.Exists(Memory)
        ? Directory.CreateDirectory(Path.Combine(Memory, $"log-export-{Guid.NewGuid():N}"))
        : Directory.CreateTempSubdirectory("log-export-");

    public string this[string name] => Path.Combine(_folder.FullName, name);

    public void Dispose() => _folder.Delete(recursive: true);
}
