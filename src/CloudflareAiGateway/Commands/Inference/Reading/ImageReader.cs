using System;
using System.IO;
using System.Linq;
using System.Management.Automation;

namespace CloudflareAiGateway.Commands;

/// <summary>Reads an image: an address on the web, a data address, or a file, whose kind its first bytes tell.</summary>
internal sealed class ImageReader
{
    private const int LargestFile = 20 * 1024 * 1024;

    private readonly PathIntrinsics _paths;

    /// <summary>Takes what resolves PowerShell's paths.</summary>
    public ImageReader(PathIntrinsics paths) => _paths = paths;

    /// <summary>Reads it.</summary>
    /// <param name="image">An address, a path, or a file.</param>
    /// <param name="place">Where it stands, for messages.</param>
    /// <exception cref="AiGatewayException">InvalidPrompt: there is no such file, or it is no image.</exception>
    public ChatPart Read(object? image, string place)
    {
        string text = image switch
        {
            FileInfo file => file.FullName,
            null => throw InputProblem.Prompt($"{place}: the image is null."),
            _ => image.ToString()!.Trim(),
        };
        if (text.StartsWith("data:", StringComparison.OrdinalIgnoreCase))
        {
            return FromData(text, place);
        }

        return Uri.TryCreate(text, UriKind.Absolute, out Uri? address) && address.Scheme is "https" or "http"
            ? new ChatPart { ImageUrl = text, MediaType = KindOf(Path.GetExtension(address.AbsolutePath)) }
            : FromFile(text, place);
    }

    private static ChatPart FromData(string text, string place)
    {
        int comma = text.IndexOf(',');
        string head = comma < 0 ? string.Empty : text.Substring(5, comma - 5);
        return head.EndsWith(";base64", StringComparison.OrdinalIgnoreCase)
            ? new ChatPart { ImageData = text.Substring(comma + 1), MediaType = head.Substring(0, head.Length - 7) }
            : throw InputProblem.Prompt($"{place}: a data address of an image must be in base64: data:image/png;base64,….");
    }

    private ChatPart FromFile(string path, string place)
    {
        string full = _paths.GetUnresolvedProviderPathFromPSPath(path);
        var file = new FileInfo(full);
        if (!file.Exists)
        {
            throw InputProblem.Prompt($"{place}: there is no file '{full}'.", "Give the path of an image, or its address on the web.");
        }

        if (file.Length > LargestFile)
        {
            throw InputProblem.Prompt($"{place}: '{full}' has {file.Length / 1024 / 1024} MB; {LargestFile / 1024 / 1024} MB are the most.");
        }

        byte[] bytes = File.ReadAllBytes(full);
        string kind = KindOf(bytes) ?? throw InputProblem.Prompt($"{place}: '{full}' is no PNG, JPEG, GIF or WebP image.");
        return new ChatPart { ImageData = Convert.ToBase64String(bytes), MediaType = kind };
    }

    private static string? KindOf(byte[] bytes) =>
        Begins(bytes, 0x89, (byte)'P', (byte)'N', (byte)'G') ? "image/png"
        : Begins(bytes, 0xFF, 0xD8, 0xFF) ? "image/jpeg"
        : Begins(bytes, (byte)'G', (byte)'I', (byte)'F', (byte)'8') ? "image/gif"
        : Begins(bytes, (byte)'R', (byte)'I', (byte)'F', (byte)'F') && bytes.Length > 12 && bytes[8] == 'W' ? "image/webp"
        : null;

    private static string? KindOf(string extension) => extension.ToLowerInvariant() switch
    {
        ".png" => "image/png",
        ".jpg" or ".jpeg" => "image/jpeg",
        ".gif" => "image/gif",
        ".webp" => "image/webp",
        _ => null,
    };

    private static bool Begins(byte[] bytes, params byte[] signature) => bytes.Length >= signature.Length && signature.SequenceEqual(bytes.Take(signature.Length));
}
