using System.Management.Automation;
using CloudflareAiGateway.Completion;
using CloudflareAiGateway.Errors;

namespace CloudflareAiGateway.Commands;

/// <summary>For single domains of a gateway: the hostname, its check, and how it reads in a prompt.</summary>
public abstract class DomainCommand : GatewayItemCommand
{
    /// <summary>The hostname.</summary>
    [Parameter(Mandatory = true, Position = 1, ValueFromPipelineByPropertyName = true)]
    [Alias("Hostname")]
    [ArgumentCompleter(typeof(DomainCompleter))]
    [AllowEmptyString]
    [AllowNull]
    public string Domain { get; set; } = string.Empty;

    private protected override string ResourceName => "Domain";

    /// <summary>Checks gateway and hostname before any call.</summary>
    /// <param name="hostname">The hostname as the API wants it.</param>
    /// <returns>Whether both are good; if not, an error was written.</returns>
    private protected bool HasValidNames(out string hostname)
    {
        hostname = string.Empty;
        if (GatewayName.Explain(Gateway) is { } problem)
        {
            WriteError(ErrorRecords.InvalidInput("InvalidGatewayName", problem, Gateway));
            return false;
        }

        if (!DomainName.TryRead(Domain ?? string.Empty, out hostname, out string? trouble))
        {
            WriteError(ErrorRecords.InvalidInput("InvalidDomain", trouble!, Domain));
            return false;
        }

        return true;
    }
}
