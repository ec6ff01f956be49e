using System;
using System.Globalization;
using System.Management.Automation;
using CloudflareAiGateway.Errors;

namespace CloudflareAiGateway.Commands;

/// <summary>
/// Changes settings of a gateway and leaves all others as they are, those that this module does not know included. Nothing is written
/// when nothing would change; -WhatIf shows each setting's old and new value.
/// </summary>
/// <remarks>Source: <c>aig-config-fetch-gateway</c>, <c>aig-config-update-gateway</c>.</remarks>
[Cmdlet(VerbsCommon.Set, "AiGateway", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.Medium)]
[OutputType(typeof(AiGateway))]
public sealed class SetAiGatewayCommand : GatewaySettingsCommand
{
    /// <summary>
    /// The piped object. A gateway gives its name and account only, as its settings are the state to change, perhaps an old one; any other
    /// object, such as a CSV row, gives its settings, too.
    /// </summary>
    [Parameter(ValueFromPipeline = true)]
    public PSObject? InputObject { get; set; }

    /// <summary>Refuses the change when the gateway was modified after this time.</summary>
    [Parameter]
    public DateTimeOffset? IfUnmodifiedSince { get; set; }

    /// <summary>Refuses the change when the gateway was modified after the piped object was read.</summary>
    [Parameter]
    public SwitchParameter RefuseStale { get; set; }

    /// <summary>Writes the gateway as it is after the change.</summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }

    /// <summary>Changes one gateway.</summary>
    private protected override void ProcessGateway()
    {
        if (ReadSettings(takePiped: !PipedObject.Is<AiGateway>(InputObject)) is not { } settings || !TryGetLimit(out DateTimeOffset? unmodifiedSince))
        {
            return;
        }

        string accountId = ResolveAccountId();
        if (!TryAwait(Current, call => Client.Gateways.PlanUpdateAsync(accountId, Current, settings, call), out GatewayUpdatePlan plan)
            || !IsFresh(plan.Current, unmodifiedSince)
            || !HasWholeRateLimit(plan.Preview.RateLimitingLimit, plan.Preview.RateLimitingInterval))
        {
            return;
        }

        if (plan.Differences.Count == 0)
        {
            WriteVerbose($"Gateway '{Current}' has these settings already; nothing was sent.");
            WritePassThru(plan.Current);
            return;
        }

        string change = ChangeText.Of($"Set {Describe(accountId)}", plan.Differences);
        if (!ShouldProcess(change, ChangeText.Ask(change), "Set-AiGateway", out ShouldProcessReason reason))
        {
            if (reason == ShouldProcessReason.WhatIf)
            {
                WritePassThru(plan.Preview);
            }

            return;
        }

        if (TryAwait(Current, call => Client.Gateways.ApplyUpdateAsync(plan, call), out AiGateway changed))
        {
            WritePassThru(changed);
        }
    }

    private void WritePassThru(AiGateway gateway)
    {
        if (PassThru)
        {
            WriteObject(gateway);
        }
    }

    /// <summary>The time after which a modification makes this change stale; null for none.</summary>
    private bool TryGetLimit(out DateTimeOffset? limit)
    {
        limit = IfUnmodifiedSince;
        if (!RefuseStale)
        {
            return true;
        }

        object? modified = InputObject?.Properties[nameof(AiGateway.ModifiedAt)]?.Value;
        if (!LanguagePrimitives.TryConvertTo(modified, out DateTimeOffset read) || modified is null)
        {
            WriteError(ErrorRecords.InvalidInput(
                "StaleCheckImpossible",
                $"-RefuseStale needs a piped gateway with ModifiedAt; '{Current}' came without one.",
                Current,
                "Pipe the object that Get-AiGateway gave, or use -IfUnmodifiedSince."));
            return false;
        }

        limit = limit < read ? limit : read;
        return true;
    }

    private bool IsFresh(AiGateway current, DateTimeOffset? unmodifiedSince)
    {
        if (unmodifiedSince is not { } limit || current.ModifiedAt is not { } modified || modified <= limit)
        {
            return true;
        }

        Fail(
            new AiGatewayException(AiGatewayErrorKind.Conflict, $"Gateway '{Current}' was modified at {Exact(modified)}, after {Exact(limit)}; nothing was changed.")
            {
                RecommendedAction = "Look at it with Get-AiGateway and decide again.",
            },
            Current);
        return false;
    }

    /// <summary>A time with milliseconds, as the API has them: two changes in one second must not read as the same time.</summary>
    private static string Exact(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-dd HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);
}
