using System;
using System.Collections.Generic;

namespace CloudflareAiGateway;

/// <summary>A hostname of one's own in front of a gateway.</summary>
/// <remarks>Source: <c>aig-config-fetch-custom-domain</c>, <c>aig-config-list-custom-domain</c>.</remarks>
public sealed class AiGatewayDomain
{
    /// <summary>The hostname, which is also its identity. Also shown as <c>Domain</c>.</summary>
    public string Hostname { get; init; } = string.Empty;

    /// <summary>The gateway. Known from the call, whatever the answer says.</summary>
    public string GatewayId { get; internal set; } = string.Empty;

    /// <summary>The account that the gateway belongs to.</summary>
    [NotOnWire]
    public string AccountId { get; internal set; } = string.Empty;

    /// <summary>How far it has come; calls work from <c>Active</c> on.</summary>
    public DomainStatus? Status { get; init; }

    /// <summary>Where the DNS record of the hostname has to point.</summary>
    public string? CnameTarget { get; init; }

    /// <summary>The DNS record to make; null as long as the API names no target.</summary>
    public DomainDnsRecord? DnsRecord =>
        string.IsNullOrEmpty(CnameTarget) ? null : new DomainDnsRecord { Name = Hostname, Target = CnameTarget! };

    /// <summary>The base address for clients: a provider's path is appended to it, without account and gateway.</summary>
    public Uri? Endpoint => Uri.TryCreate($"https://{Hostname}", UriKind.Absolute, out Uri? address) ? address : null;

    /// <summary>The lowest TLS version that it takes, such as <c>1.2</c>; null when the API does not say.</summary>
    [WireName("minTLS")]
    public string? MinTls { get; init; }

    /// <summary>When it was added. The API has Unix milliseconds here.</summary>
    public DateTimeOffset? CreatedAt { get; init; }

    /// <summary>When it last changed. The API has Unix milliseconds here.</summary>
    public DateTimeOffset? ModifiedAt { get; init; }

    /// <summary>Members of the answer that this version of the module has no property for, by wire name.</summary>
    public IReadOnlyDictionary<string, object?> AdditionalProperties { get; init; } = new Dictionary<string, object?>();

    /// <summary>The hostname.</summary>
    /// <returns><see cref="Hostname"/>.</returns>
    public override string ToString() => Hostname;
}
