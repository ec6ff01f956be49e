namespace CloudflareAiGateway.Emulator;

/// <summary>Which of the API's two envelopes an operation answers with.</summary>
internal enum EnvelopeFamily
{
    /// <summary>Accounts, tokens, Secrets Store: always with errors and messages.</summary>
    V4,

    /// <summary>AI Gateway: success and result only.</summary>
    AiGateway,
}
