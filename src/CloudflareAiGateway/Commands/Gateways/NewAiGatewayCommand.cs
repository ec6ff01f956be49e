using System.Management.Automation;
using CloudflareAiGateway.Completion;

namespace CloudflareAiGateway.Commands;

/// <summary>
/// Creates a gateway. Safe unless told otherwise: calls need a token and are logged; cache and rate limit are off. A piped gateway or CSV
/// row gives its settings.
/// </summary>
/// <remarks>Source: <c>aig-config-create-gateway</c>, and <c>aig-config-update-gateway</c> for what creating does not take.</remarks>
[Cmdlet(VerbsCommon.New, "AiGateway", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.Low)]
[OutputType(typeof(AiGateway))]
public sealed class NewAiGatewayCommand : GatewaySettingsCommand
{
    /// <summary>Creates one gateway.</summary>
    private protected override void ProcessGateway()
    {
        if (ReadSettings(takePiped: true) is not { } settings || !HasWholeRateLimit(RateLimitingLimit, RateLimitingInterval))
        {
            return;
        }

        // The API's own default leaves the gateway open to anybody who knows its address.
        settings.TryGetValue("authentication", out object? authentication);
        settings["authentication"] = authentication ?? true;
        settings.TryGetValue("collect_logs", out object? collectLogs);
        settings["collect_logs"] = collectLogs ?? true;

        string accountId = ResolveAccountId();
        if (!ShouldProcess(Describe(accountId), "Create"))
        {
            return;
        }

        if (TryAwait(Current, call => Client.Gateways.CreateAsync(accountId, Current, settings, call), out AiGateway gateway))
        {
            CompletionCache.Clear();
            WriteObject(gateway);
        }
    }
}
