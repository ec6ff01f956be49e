using System.Management.Automation;
using CloudflareAiGateway.Errors;

namespace CloudflareAiGateway.Commands;

/// <summary>
/// Tells a thing that is not there from a gateway that is not there: the API answers both with one code, and some lists of a gateway that
/// does not exist with nothing at all.
/// </summary>
internal static class GatewayPresence
{
    /// <summary>Looks for the gateway.</summary>
    /// <returns>The error to write when it does not exist; null when it does, or when that cannot be found out.</returns>
    public static ErrorRecord? Explain(CancellableCommand command, IGatewayClient gateways, string accountId, string gateway)
    {
        try
        {
            command.Await(call => gateways.GetAsync(accountId, gateway, call));
            return null;
        }
        catch (AiGatewayException failure)
        {
            return failure.Kind == AiGatewayErrorKind.NotFound ? ErrorRecords.Create(failure, gateway, "Gateway") : null;
        }
    }
}
