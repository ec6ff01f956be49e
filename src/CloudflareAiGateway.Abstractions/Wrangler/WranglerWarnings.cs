using System.Collections.Generic;

namespace CloudflareAiGateway;

/// <summary>What the caller of a change should know: the file says what was asked, and something in it will not work all the same.</summary>
internal static class WranglerWarnings
{
    /// <summary>The warnings of a change.</summary>
    public static IEnumerable<string> Of(string path, IConfigFormat format, WranglerChange change, string? environment, ClientConfigRequest request)
    {
        foreach (AiGatewayWranglerFinding finding in WranglerCheck.Run(path, format, change.Text))
        {
            if (finding.Rule == "AiGatewayIgnored")
            {
                yield return $"Line {finding.Line}: {finding.Message} {finding.Advice}";
            }
        }

        if (change.IsNewEnvironment)
        {
            yield return $"The file had no environment '{environment}' before.";
        }

        if (change.EnvironmentsWithout.Count > 0)
        {
            string names = string.Join(",", change.EnvironmentsWithout);
            yield return $"Environments do not inherit ai and vars from the top level. To put the gateway there, too: -Environment {names}";
        }

        if (change.FileAccountId is { Length: > 0 } account && request.AccountId.Length > 0 && account != request.AccountId)
        {
            yield return $"The file deploys to account {account}, and gateway '{request.GatewayId}' is in account {request.AccountId}: a Worker reaches gateways of its own account only.";
        }
    }
}
