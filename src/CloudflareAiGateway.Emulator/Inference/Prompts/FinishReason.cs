namespace CloudflareAiGateway.Emulator;

/// <summary>Why an answer ends.</summary>
internal enum FinishReason
{
    /// <summary>All is said.</summary>
    Stop,

    /// <summary>The limit of tokens was reached.</summary>
    Length,

    /// <summary>A tool has to be called first.</summary>
    ToolCalls,
}
