using System;
using System.IO;

namespace CloudflareAiGateway;

/// <summary>The languages that wrangler reads, by the file's ending, and the names that it looks for.</summary>
internal static class WranglerFormats
{
    /// <summary>The names of wrangler's file, in the order in which it looks for them.</summary>
    public static readonly string[] FileNames = { "wrangler.json", "wrangler.jsonc", "wrangler.toml" };

    private static readonly TomlFormat s_toml = new();
    private static readonly JsoncFormat s_jsonc = new();

    /// <summary>The language of a file.</summary>
    /// <returns>The language; null when the ending says nothing.</returns>
    public static IConfigFormat? Of(string path) => Path.GetExtension(path).ToLowerInvariant() switch
    {
        ".toml" => s_toml,
        ".json" or ".jsonc" => s_jsonc,
        _ => null,
    };

    /// <summary>The file that is meant by a path: wrangler's own in a folder, else the path itself.</summary>
    /// <param name="path">A file or folder.</param>
    /// <param name="whenNone">The name to use in a folder without one; null to give the folder back.</param>
    public static string FileOf(string path, string? whenNone)
    {
        if (!Directory.Exists(path))
        {
            return path;
        }

        string? name = Array.Find(FileNames, n => File.Exists(Path.Combine(path, n))) ?? whenNone;
        return name is null ? path : Path.Combine(path, name);
    }
}
