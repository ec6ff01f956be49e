using System;

namespace CloudflareAiGateway.Emulator;

/// <summary>A call that was let in: through which gateway, and on whose behalf.</summary>
internal sealed record InferenceCall
{
    public required EmulatedRequest Request { get; init; }

    public required CallDoor Door { get; init; }

    public required string AccountId { get; init; }

    public required GatewaySettings Gateway { get; init; }

    /// <summary>Whether a token of the account came with it. Without one, nothing of the account's is used: no stored key, no credits.</summary>
    public bool IsAuthorized { get; init; }

    /// <summary>Whether that token came in <c>Authorization</c>, which then holds no key for the provider.</summary>
    public bool TokenIsInAuthorization { get; init; }

    /// <summary>The id of the request; the log row of a single step has it, too.</summary>
    public required Guid Id { get; init; }

    /// <summary>What <see cref="Id"/> was made of, besides the time.</summary>
    public required ulong Bits { get; init; }

    public required DateTimeOffset Now { get; init; }

    /// <summary>The caller's event id, or the request's.</summary>
    public required string EventId { get; init; }

    /// <summary>Tells the gateway from all others, those that had its name before included.</summary>
    public string Scope => $"{AccountId}/{Gateway.Id}@{Gateway.CreatedAt}";

    public bool IsRest => Door != CallDoor.GatewayHost;

    /// <summary>Makes a call that nobody has vouched for yet.</summary>
    public static InferenceCall Make(EmulatorServices services, EmulatedRequest request, CallDoor door, string accountId, GatewaySettings gateway, DateTimeOffset now)
    {
        ulong bits = services.Inference.NextBits();
        Guid id = LogId.Make(now.ToUnixTimeMilliseconds(), bits);
        return new InferenceCall
        {
            Request = request,
            Door = door,
            AccountId = accountId,
            Gateway = gateway,
            Id = id,
            Bits = bits,
            Now = now,
            EventId = request.Header("cf-aig-event-id") is { Length: > 0 } given ? given : id.ToString(),
        };
    }
}
