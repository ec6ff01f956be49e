using System;
using System.Linq;
using System.Management.Automation;
using CloudflareAiGateway.Errors;

namespace CloudflareAiGateway.Commands;

/// <summary>Checks what is given for a dataset, before any call.</summary>
internal static class DatasetInput
{
    /// <summary>Whether gateway and conditions are ones that the API takes; if not, an error was written.</summary>
    public static bool IsValid(Cmdlet command, string gateway, AiGatewayLogFilter[]? filters)
    {
        if (GatewayName.Explain(gateway) is { } problem)
        {
            command.WriteError(ErrorRecords.InvalidInput("InvalidGatewayName", problem, gateway));
            return false;
        }

        string? trouble = (filters ?? Array.Empty<AiGatewayLogFilter>()).Select(DatasetRules.Explain).FirstOrDefault(t => t is not null);
        if (trouble is not null)
        {
            command.WriteError(ErrorRecords.InvalidInput(
                "InvalidDatasetFilter", trouble, gateway, "What datasets cannot select, Get-AiGatewayLog -Filter can."));
        }

        return trouble is null;
    }
}
