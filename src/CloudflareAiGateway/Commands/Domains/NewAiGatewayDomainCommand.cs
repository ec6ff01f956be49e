using System;
using System.Linq;
using System.Management.Automation;
using CloudflareAiGateway.Completion;
using CloudflareAiGateway.Errors;
using CloudflareAiGateway.Transformation;

namespace CloudflareAiGateway.Commands;

/// <summary>
/// Puts a hostname of one's own in front of a gateway, and says which DNS record to make: the API does not make it. -Wait comes back when
/// the domain takes calls.
/// </summary>
/// <remarks>Source: <c>aig-config-create-custom-domain</c>, <c>aig-config-fetch-custom-domain</c>.</remarks>
[Cmdlet(VerbsCommon.New, "AiGatewayDomain", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.Low)]
[OutputType(typeof(AiGatewayDomain))]
public sealed class NewAiGatewayDomainCommand : DomainCommand
{
    /// <summary>The id of the zone that holds the hostname.</summary>
    [Parameter(Mandatory = true, Position = 2, ValueFromPipelineByPropertyName = true)]
    [AllowEmptyString]
    [AllowNull]
    public string ZoneId { get; set; } = string.Empty;

    /// <summary>The lowest TLS version that clients may use.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [TlsVersionTransformation]
    [ArgumentCompleter(typeof(TlsVersionCompleter))]
    public string? MinTls { get; set; }

    /// <summary>Waits until the domain takes calls.</summary>
    [Parameter]
    public SwitchParameter Wait { get; set; }

    /// <summary>How long -Wait waits, in seconds.</summary>
    [Parameter]
    [ValidateRange(1, 86_400)]
    public int TimeoutSec { get; set; } = 900;

    /// <summary>Adds one domain.</summary>
    protected override void ProcessRecord()
    {
        if (!HasValidNames(out string hostname) || !HasValidZone())
        {
            return;
        }

        string accountId = ResolveAccountId();
        string? minTls = string.IsNullOrEmpty(MinTls) ? null : MinTls;
        string terms = minTls is null ? $"zone {ZoneId}" : $"zone {ZoneId}, TLS {minTls} or later";
        if (!ShouldProcess($"gateway '{Gateway}' (account {accountId})", $"Add domain '{hostname}' ({terms})")
            || !TryAwait(hostname, call => Client.Domains.CreateAsync(accountId, Gateway, hostname, ZoneId, minTls, call), out AiGatewayDomain domain))
        {
            return;
        }

        CompletionCache.Clear();
        TellRecord(domain);
        WriteObject(Wait ? WaitFor(domain) : domain);
    }

    private AiGatewayDomain WaitFor(AiGatewayDomain domain)
    {
        var waiter = new DomainWaiter(this, Client.Domains, TimeSpan.FromSeconds(TimeoutSec));
        try
        {
            waiter.Wait(domain);
            if (waiter.Last is { Status: DomainStatus.Blocked or DomainStatus.Error } failed)
            {
                WriteError(NotActive(failed));
            }
        }
        catch (AiGatewayException failure)
        {
            Fail(failure, domain.Hostname);
        }

        // The domain is there, whatever became of the waiting.
        return waiter.Last ?? domain;
    }

    private static ErrorRecord NotActive(AiGatewayDomain domain)
    {
        string fate = domain.Status is DomainStatus.Blocked ? "was blocked by Cloudflare" : "could not be set up";
        string reason = DomainReason.Of(domain);
        var failure = new AiGatewayException(
            AiGatewayErrorKind.Unknown,
            $"Domain '{domain.Hostname}' of gateway '{domain.GatewayId}' {fate}{(reason.Length > 0 ? $": {reason}" : "; the API gives no reason")}.")
        {
            RecommendedAction = "Remove it with Remove-AiGatewayDomain, check hostname, zone and DNS record, and add it again.",
        };
        return ErrorRecords.Create(failure, "DomainNotActive", ErrorCategory.InvalidResult, domain.Hostname);
    }

    private void TellRecord(AiGatewayDomain domain)
    {
        if (domain.Status != DomainStatus.Active)
        {
            WriteWarning(domain.DnsRecord is { } record
                ? $"Make this DNS record, which the API does not make: {record}. Domain '{domain.Hostname}' takes calls once it is there and the status is Active."
                : $"Domain '{domain.Hostname}' needs a DNS record, which the API does not make; Get-AiGatewayDomain shows it as DnsRecord as soon as its target is known.");
        }
    }

    private bool HasValidZone()
    {
        string zone = ZoneId ?? string.Empty;
        if (zone.Length == 32 && zone.All(c => c is (>= '0' and <= '9') or (>= 'a' and <= 'f') or (>= 'A' and <= 'F')))
        {
            return true;
        }

        WriteError(ErrorRecords.InvalidInput(
            "InvalidZoneId",
            $"'{zone}' is not a zone id: it must have 32 hexadecimal digits.",
            zone,
            "It stands on the overview page of the zone in the dashboard; a zone's name, such as example.com, does not do."));
        return false;
    }
}
