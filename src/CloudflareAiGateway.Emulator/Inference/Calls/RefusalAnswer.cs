namespace CloudflareAiGateway.Emulator;

/// <summary>Puts an error of the gateway into the envelope of the door through which the call came.</summary>
internal static class RefusalAnswer
{
    private const int FirstOfCatalog = 7000;

    public static EmulatedResponse Make(CallDoor door, GatewayRefusal refusal)
    {
        GatewayRefusal shown = refusal.At(door);

        // The API's own errors have the API's envelope there, those of the gateway behind it the gateway's.
        return door != CallDoor.GatewayHost && shown.Code >= FirstOfCatalog
            ? Envelope.Failure(EnvelopeFamily.V4, shown.Status, new Problem(shown.Code.Value, shown.Message))
            : GatewayHostEnvelope.Failure(shown);
    }
}
