using System;
using System.Diagnostics;
using System.Globalization;
using System.Management.Automation;
using System.Threading.Tasks;

namespace CloudflareAiGateway.Commands;

/// <summary>Looks at a new domain again and again, first often and then less, until it is active, cannot become so, or time is up.</summary>
internal sealed class DomainWaiter
{
    private const int ProgressId = 0x4149444D;

    private static readonly TimeSpan s_longestPause = TimeSpan.FromSeconds(10);

    private readonly CancellableCommand _command;
    private readonly IDomainClient _client;
    private readonly TimeSpan _timeout;

    /// <summary>Prepares to wait.</summary>
    public DomainWaiter(CancellableCommand command, IDomainClient client, TimeSpan timeout)
    {
        _command = command;
        _client = client;
        _timeout = timeout;
    }

    /// <summary>The domain as it was seen last.</summary>
    public AiGatewayDomain? Last { get; private set; }

    /// <summary>Waits until the domain is active, blocked or has failed.</summary>
    /// <exception cref="AiGatewayException">Timeout, or a look at it failed.</exception>
    public void Wait(AiGatewayDomain domain)
    {
        Last = domain;
        var watch = Stopwatch.StartNew();
        TimeSpan pause = TimeSpan.FromSeconds(1);
        try
        {
            while (domain.Status is not (DomainStatus.Active or DomainStatus.Blocked or DomainStatus.Error))
            {
                TimeSpan left = _timeout - watch.Elapsed;
                if (left <= TimeSpan.Zero)
                {
                    throw TooLong(domain);
                }

                Show(domain, watch.Elapsed);
                TimeSpan wait = pause < left ? pause : left;
                _command.Await(call => Task.Delay(wait, call.CancellationToken));
                pause = pause + pause < s_longestPause ? pause + pause : s_longestPause;
                AiGatewayDomain known = domain;
                domain = _command.Await(call => _client.GetAsync(known.AccountId, known.GatewayId, known.Hostname, call));
                Last = domain;
            }
        }
        finally
        {
            _command.WriteProgress(new ProgressRecord(ProgressId, "Domain", "Done") { RecordType = ProgressRecordType.Completed });
        }
    }

    private static AiGatewayException TooLong(AiGatewayDomain domain) =>
        new(AiGatewayErrorKind.Timeout, $"Domain '{domain.Hostname}' of gateway '{domain.GatewayId}' is still {domain.Status} and not active.")
        {
            RecommendedAction = (domain.DnsRecord is { } record ? $"Check that the DNS record is there: {record}. " : string.Empty)
                + "Get-AiGatewayDomain shows when the domain has become active; a longer -TimeoutSec waits longer.",
        };

    private void Show(AiGatewayDomain domain, TimeSpan elapsed)
    {
        string text = domain.Status is DomainStatus.PendingDcv && domain.DnsRecord is { } record
            ? $"waits for the DNS record {record}"
            : $"is {domain.Status}";
        var progress = new ProgressRecord(ProgressId, $"Waiting for domain '{domain.Hostname}'", string.Format(CultureInfo.CurrentCulture, "It {0}; {1:0} of {2:0} s", text, elapsed.TotalSeconds, _timeout.TotalSeconds))
        {
            PercentComplete = (int)Math.Min(100, elapsed.TotalSeconds * 100 / Math.Max(1, _timeout.TotalSeconds)),
        };
        _command.WriteProgress(progress);
    }
}
