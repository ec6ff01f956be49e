using System;
using System.Collections.Generic;

namespace CloudflareAiGateway.Emulator;

/// <summary>Where an account's logs are kept. The shape of the answer is not confirmed: one public client reports it.</summary>
internal sealed class LoggingStateEndpoints : IEndpointGroup
{
    private static readonly ReadOnlyMemory<byte> s_inGateway = "{\"workers_observability\":false}"u8.ToArray();

    public IEnumerable<Endpoint> Endpoints =>
    [
        new()
        {
            Method = "GET",
            Template = "/accounts/{account_id}/ai-gateway/logging-state",
            Family = EnvelopeFamily.AiGateway,
            Permissions = Permission.ReadsGateways,
            Handle = static _ => Envelope.Item(EnvelopeFamily.AiGateway, s_inGateway),
        },
    ];
}
