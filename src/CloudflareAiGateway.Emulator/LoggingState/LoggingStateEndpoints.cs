using System;
using System.Collections.Generic;

namespace CloudflareAiGateway.Emulator;

/// <summary>
/// Where an account's logs are kept: in its gateways, or, for good, in Workers Observability. The shape of the answers is not
/// confirmed: one public client reports it.
/// </summary>
internal sealed class LoggingStateEndpoints : IEndpointGroup
{
    private const string Template = "/accounts/{account_id}/ai-gateway/logging-state";

    private static readonly ReadOnlyMemory<byte> s_inGateway = "{\"workers_observability\":false}"u8.ToArray();
    private static readonly ReadOnlyMemory<byte> s_moved = "{\"workers_observability\":true}"u8.ToArray();

    public IEnumerable<Endpoint> Endpoints =>
    [
        new() { Method = "GET", Template = Template, Family = EnvelopeFamily.AiGateway, Permissions = Permission.ReadsGateways, Handle = Fetch },
        new() { Method = "PATCH", Template = Template, Family = EnvelopeFamily.AiGateway, Permissions = Permission.WritesGateways, Handle = Move },
    ];

    /// <summary>Whether the account of a call has moved, or never was elsewhere; its gateways have no rows then.</summary>
    public static bool HasMoved(ApiCall call) => call.Behaviour.NewLogSystem || Table(call).Find(call.AccountId) is not null;

    private static EmulatedResponse Fetch(ApiCall call) => Envelope.Item(EnvelopeFamily.AiGateway, HasMoved(call) ? s_moved : s_inGateway);

    private static EmulatedResponse Move(ApiCall call)
    {
        if (HasMoved(call))
        {
            // 409 is documented; that this is its meaning is a guess.
            return Envelope.Failure(EnvelopeFamily.AiGateway, 409, new Problem(7001, "The account's logs are in Workers Observability already"));
        }

        Table(call).Put(new StoredDocument(call.AccountId, call.Now, s_moved));
        return Envelope.Item(EnvelopeFamily.AiGateway, s_moved);
    }

    private static DocumentTable Table(ApiCall call) => call.Tables.Table("logging-state", string.Empty);
}
