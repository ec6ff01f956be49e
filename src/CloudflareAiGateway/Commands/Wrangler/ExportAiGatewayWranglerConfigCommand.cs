using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Management.Automation;
using CloudflareAiGateway.Errors;

namespace CloudflareAiGateway.Commands;

/// <summary>
/// Puts a gateway into wrangler's file: the ai binding, and a variable with the gateway's name. Everything else in the file stays byte for
/// byte. Gives the Worker's code that goes with it.
/// </summary>
/// <remarks>Source: <c>aig-config-fetch-gateway</c>.</remarks>
[Cmdlet(VerbsData.Export, "AiGatewayWranglerConfig", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.Medium)]
[OutputType(typeof(AiGatewayWranglerConfig))]
public sealed class ExportAiGatewayWranglerConfigCommand : GatewaySettingsTextCommand
{
    private const string Identifier = "^[A-Za-z_$][A-Za-z0-9_$]*$";

    private readonly Dictionary<string, string> _written = new(StringComparer.Ordinal);

    /// <summary>The file, in TOML or JSON by its ending, or the Worker's folder.</summary>
    [Parameter(Mandatory = true, Position = 1)]
    [ValidateNotNullOrEmpty]
    public string Path { get; set; } = string.Empty;

    /// <summary>The binding's name; the one that is there, or AI, when left out.</summary>
    [Parameter]
    [ValidatePattern(Identifier)]
    public string? Binding { get; set; }

    /// <summary>The variable that holds the gateway's name.</summary>
    [Parameter]
    [ValidatePattern(Identifier)]
    public string Variable { get; set; } = "AI_GATEWAY_ID";

    /// <summary>The named environments; the top level when left out.</summary>
    [Parameter]
    [ValidatePattern("^[A-Za-z0-9_-]+$")]
    public string[]? Environment { get; set; }

    /// <summary>Writes one gateway into the file.</summary>
    protected override void ProcessRecord()
    {
        if (!TryFindGateway(out ClientConfigRequest? request))
        {
            return;
        }

        string path = WranglerFormats.FileOf(GetUnresolvedProviderPathFromPSPath(Path), WranglerFormats.FileNames[1]);
        IConfigFormat? format = WranglerFormats.Of(path);
        if (format is null || !Directory.Exists(System.IO.Path.GetDirectoryName(path)))
        {
            string problem = format is null ? $"'{path}' is neither TOML nor JSON by its ending." : $"The folder of '{path}' does not exist.";
            WriteError(ErrorRecords.InvalidInput("InvalidWranglerPath", problem, Path, "Name a file such as wrangler.toml or wrangler.jsonc in a folder that exists, or the Worker's folder."));
            return;
        }

        foreach (string? environment in Environment ?? new string?[] { null })
        {
            try
            {
                Export(path, format, environment, request!);
            }
            catch (ConfigSyntaxException broken)
            {
                WriteError(ErrorRecords.InvalidInput(
                    "InvalidWranglerConfig", $"{broken.Message}: '{path}', {broken.Position}. The file was left alone.", path, "Correct that place; Test-AiGatewayWranglerConfig checks the whole file."));
                return;
            }
            catch (AiGatewayException refusal)
            {
                WriteError(ErrorRecords.InvalidInput("InvalidClientConfig", refusal.Message, Model ?? Provider, refusal.RecommendedAction));
                return;
            }
            catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
            {
                WriteError(new ErrorRecord(failure, "WranglerFileFailure", ErrorCategory.WriteError, path));
                return;
            }
        }
    }

    private void Export(string path, IConfigFormat format, string? environment, ClientConfigRequest request)
    {
        string key = $"{environment} {Variable}";
        if (_written.TryGetValue(key, out string? other) && other != Gateway)
        {
            WriteError(ErrorRecords.InvalidInput(
                "WranglerVariableTaken", $"{Variable} was just set to '{other}', so gateway '{Gateway}' was left out.", Gateway, "Name one gateway, or run it again with another -Variable."));
            return;
        }

        ConfigFile file = ConfigFile.Read(path);
        string before = file.Exists ? file.Text : format.Begin(WorkerName(path), DateTime.UtcNow.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        WranglerChange change = WranglerChange.Of(format, before, new WranglerSettings
        {
            GatewayId = Gateway,
            Binding = Binding,
            Variable = Variable,
            Environment = environment,
        });
        var code = new WorkerCode(request, change.Binding, Variable);
        IReadOnlyList<string> lines = LineDifference.Of(file.Text, change.Text);
        bool isWritten = Write(file, change, lines);
        _written[key] = Gateway;
        Warn(path, format, change, environment, request.AccountId);
        WriteObject(new AiGatewayWranglerConfig
        {
            Path = path,
            Environment = environment,
            Binding = change.Binding,
            Variable = Variable,
            GatewayId = Gateway,
            IsChanged = isWritten,
            Changes = lines,
            Code = code.ToString(),
            Commands = code.Commands(environment),
        });
    }

    private bool Write(ConfigFile file, WranglerChange change, IReadOnlyList<string> lines)
    {
        if (file.Exists && lines.Count == 0)
        {
            WriteVerbose($"'{file.Path}' says all that already; nothing was written.");
            return false;
        }

        string action = $"{(file.Exists ? "Change" : "Make")} the file:\n  {string.Join("\n  ", lines)}";
        if (!ShouldProcess(file.Path, action))
        {
            return false;
        }

        file.Write(change.Text);
        return true;
    }

    private void Warn(string path, IConfigFormat format, WranglerChange change, string? environment, string accountId)
    {
        foreach (AiGatewayWranglerFinding finding in WranglerCheck.Run(path, format, change.Text))
        {
            if (finding.Rule == "AiGatewayIgnored")
            {
                WriteWarning($"Line {finding.Line}: {finding.Message} {finding.Advice}");
            }
        }

        if (change.IsNewEnvironment)
        {
            WriteWarning($"The file had no environment '{environment}' before.");
        }

        if (change.EnvironmentsWithout.Count > 0)
        {
            string names = string.Join(",", change.EnvironmentsWithout);
            WriteWarning($"Environments do not inherit ai and vars from the top level. To put the gateway there, too: -Environment {names}");
        }

        if (change.FileAccountId is { Length: > 0 } account && accountId.Length > 0 && account != accountId)
        {
            WriteWarning($"The file deploys to account {account}, and gateway '{Gateway}' is in account {accountId}: a Worker reaches gateways of its own account only.");
        }
    }

    /// <summary>The folder's name, as a Worker may be called.</summary>
    private static string WorkerName(string path)
    {
        string folder = new FileInfo(path).Directory?.Name ?? string.Empty;
        char[] name = Array.ConvertAll(folder.ToLowerInvariant().ToCharArray(), c => c is (>= 'a' and <= 'z') or (>= '0' and <= '9') ? c : '-');
        string worker = new string(name).Trim('-');
        return worker.Length == 0 ? "my-worker" : worker.Substring(0, Math.Min(63, worker.Length)).TrimEnd('-');
    }
}
