using System;
using System.Collections.Generic;
using System.Collections.ObjectModel;
using System.IO;
using System.Management.Automation;

namespace CloudflareAiGateway.Commands;

/// <summary>
/// Checks wrangler's files for what goes wrong with gateways: settings that wrangler ignores, environments without the binding, secrets in
/// the open. Gives findings; none means that all is well. Needs no connection.
/// </summary>
[Cmdlet(VerbsDiagnostic.Test, "AiGatewayWranglerConfig", DefaultParameterSetName = PathSet)]
[OutputType(typeof(AiGatewayWranglerFinding))]
public sealed class TestAiGatewayWranglerConfigCommand : PSCmdlet
{
    private const string PathSet = "Path";
    private const string LiteralPathSet = "LiteralPath";

    /// <summary>Files or folders of Workers; wildcards are allowed. The current folder when left out.</summary>
    [Parameter(Position = 0, ValueFromPipeline = true, ParameterSetName = PathSet)]
    [SupportsWildcards]
    [ValidateNotNullOrEmpty]
    public string[] Path { get; set; } = { "." };

    /// <summary>Files or folders of Workers, taken as they are written.</summary>
    [Parameter(Mandatory = true, ValueFromPipelineByPropertyName = true, ParameterSetName = LiteralPathSet)]
    [Alias("PSPath", "FullName")]
    [ValidateNotNullOrEmpty]
    public string[] LiteralPath { get; set; } = Array.Empty<string>();

    /// <summary>Checks the files.</summary>
    protected override void ProcessRecord()
    {
        bool isLiteral = ParameterSetName == LiteralPathSet;
        foreach (string path in isLiteral ? LiteralPath : Path)
        {
            foreach (string file in Resolve(path, isLiteral))
            {
                Check(WranglerFormats.FileOf(file, whenNone: null));
            }
        }
    }

    private IEnumerable<string> Resolve(string path, bool isLiteral)
    {
        if (isLiteral || !WildcardPattern.ContainsWildcardCharacters(path))
        {
            return new[] { GetUnresolvedProviderPathFromPSPath(path) };
        }

        try
        {
            Collection<string> found = GetResolvedProviderPathFromPSPath(path, out _);
            return found;
        }
        catch (ItemNotFoundException)
        {
            // A pattern without a match is silence.
            return Array.Empty<string>();
        }
    }

    private void Check(string file)
    {
        if (WranglerFormats.Of(file) is not { } format || !File.Exists(file))
        {
            bool isFolder = Directory.Exists(file);
            WriteError(new ErrorRecord(
                new FileNotFoundException(isFolder ? $"There is no wrangler.json, wrangler.jsonc or wrangler.toml in '{file}'." : $"There is no TOML or JSON file '{file}'.", file),
                "WranglerConfigNotFound",
                ErrorCategory.ObjectNotFound,
                file));
            return;
        }

        try
        {
            foreach (AiGatewayWranglerFinding finding in WranglerCheck.Run(file, format, ConfigFile.Read(file).Text))
            {
                WriteObject(finding);
            }
        }
        catch (ConfigSyntaxException broken)
        {
            WriteObject(WranglerCheck.Broken(file, broken));
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            WriteError(new ErrorRecord(failure, "WranglerFileFailure", ErrorCategory.ReadError, file));
        }
    }
}
