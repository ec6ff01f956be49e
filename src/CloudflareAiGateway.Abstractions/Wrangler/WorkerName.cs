using System;
using System.IO;

namespace CloudflareAiGateway;

/// <summary>A name for a Worker whose file is new.</summary>
internal static class WorkerName
{
    private const int MaximumLength = 63;

    /// <summary>The folder's name, as a Worker may be called.</summary>
    /// <param name="path">The file.</param>
    public static string OfFolder(string path)
    {
        string folder = new FileInfo(path).Directory?.Name ?? string.Empty;
        char[] name = Array.ConvertAll(folder.ToLowerInvariant().ToCharArray(), c => c is (>= 'a' and <= 'z') or (>= '0' and <= '9') ? c : '-');
        string worker = new string(name).Trim('-');
        return worker.Length == 0 ? "my-worker" : worker.Substring(0, Math.Min(MaximumLength, worker.Length)).TrimEnd('-');
    }
}
