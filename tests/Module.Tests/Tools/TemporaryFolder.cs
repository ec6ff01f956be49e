using System;
using System.IO;

namespace CloudflareAiGateway.Module.Tests.Tools;

internal sealed class TemporaryFolder : IDisposable
{
    public string FullName { get; } = Directory.CreateTempSubdirectory("aigateway-tools-").FullName;

    public string Combine(params string[] parts) => Path.Combine([FullName, .. parts]);

    public string Write(string name, string text)
    {
        string path = Combine(name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
        return path;
    }

    public void Dispose() => Directory.Delete(FullName, recursive: true);
}
