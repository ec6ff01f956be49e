using System.Management.Automation;
using CloudflareAiGateway.Completion;
using CloudflareAiGateway.Errors;

namespace CloudflareAiGateway.Commands;

/// <summary>What commands that write named gateways have in common: the names, their check, and how a gateway reads in a prompt.</summary>
public abstract class GatewayWriteCommand : ConnectedCommand
{
    private static readonly string?[] s_noName = { null };

    /// <summary>Names of gateways: lowercase letters, digits and underscores, with single hyphens between them.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("Id", "GatewayId")]
    [ArgumentCompleter(typeof(GatewayNameCompleter))]
    [AllowEmptyCollection]
    [AllowEmptyString]
    [AllowNull]
    public string?[]? Name { get; set; }

    /// <summary>The gateway that is worked on, one of the names.</summary>
    private protected string Current { get; private set; } = string.Empty;

    /// <summary>Checks each name before any call, and does the command's work for those that the API would take.</summary>
    protected sealed override void ProcessRecord()
    {
        foreach (string? name in Name is { Length: > 0 } names ? names : s_noName)
        {
            Current = name ?? string.Empty;
            if (GatewayName.Explain(Current) is { } problem)
            {
                WriteError(ErrorRecords.InvalidInput("InvalidGatewayName", problem, name));
            }
            else
            {
                ProcessGateway();
            }
        }
    }

    /// <summary>Does the command's work for the current gateway.</summary>
    private protected abstract void ProcessGateway();

    /// <summary>How the gateway reads in -WhatIf and -Confirm.</summary>
    private protected string Describe(string accountId) => $"gateway '{Current}' (account {accountId})";
}
