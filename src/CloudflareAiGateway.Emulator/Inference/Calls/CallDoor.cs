namespace CloudflareAiGateway.Emulator;

/// <summary>Through which of the two hosts a call came: they put errors of the gateway differently.</summary>
internal enum CallDoor
{
    /// <summary>The gateway host.</summary>
    GatewayHost,

    /// <summary>The REST API's <c>/ai/v1/…</c>.</summary>
    RestFormat,

    /// <summary>The REST API's <c>/ai/run</c>.</summary>
    RestRun,
}
