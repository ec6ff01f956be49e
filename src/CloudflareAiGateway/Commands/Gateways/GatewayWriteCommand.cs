using System.Management.Automation;
using CloudflareAiGateway.Completion;
using CloudflareAiGateway.Errors;

namespace CloudflareAiGateway.Commands;

/// <summary>What commands that write one named gateway per record have in common: the name, its check, and how it reads in a prompt.</summary>
public abstract class GatewayWriteCommand : ConnectedCommand
{
    /// <summary>The gateway's name: lowercase letters, digits and underscores, with single hyphens between them.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("Id", "GatewayId")]
    [ArgumentCompleter(typeof(GatewayNameCompleter))]
    [AllowEmptyString]
    [AllowNull]
    public string Name { get; set; } = string.Empty;

    /// <summary>Checks the name before any call.</summary>
    /// <returns>Whether the API would take it; if not, an error was written.</returns>
    private protected bool HasValidName()
    {
        string? problem = GatewayName.Explain(Name ?? string.Empty);
        if (problem is not null)
        {
            WriteError(ErrorRecords.InvalidInput("InvalidGatewayName", problem, Name));
        }

        return problem is null;
    }

    /// <summary>How the gateway reads in -WhatIf and -Confirm.</summary>
    private protected string Describe(string accountId) => $"gateway '{Name}' (account {accountId})";
}
