using System.IO;
using System.Management.Automation;

namespace CloudflareAiGateway.Commands;

/// <summary>Checks where an answer is to be written, before it is paid for.</summary>
internal static class OutFileReader
{
    /// <summary>Resolves the path.</summary>
    /// <exception cref="AiGatewayException">OutFileFailed: the folder is missing, or the path is a folder.</exception>
    public static string Read(string path, PathIntrinsics paths)
    {
        string full = paths.GetUnresolvedProviderPathFromPSPath(path);
        string? folder = Path.GetDirectoryName(full);
        return Directory.Exists(full) ? throw InputProblem.Of(AiGatewayErrorReason.OutFileFailed, $"-OutFile '{full}' is a folder.", "Give the name of a file in it.")
            : folder is null || !Directory.Exists(folder) ? throw InputProblem.Of(AiGatewayErrorReason.OutFileFailed, $"-OutFile: there is no folder '{folder}'.", "Make it first: New-Item -ItemType Directory.")
            : full;
    }
}
