namespace CloudflareAiGateway.Emulator;

/// <summary>What happens to the connection of an answer.</summary>
public enum ConnectionEnding
{
    /// <summary>Nothing: the whole answer is sent.</summary>
    Normal,

    /// <summary>The connection is reset before any byte of the answer.</summary>
    ResetBeforeAnswer,

    /// <summary>The connection is reset after the bytes that are there. Behind a real socket this looks like <see cref="EndsEarly"/>.</summary>
    ResetInsideBody,

    /// <summary>The connection ends in an orderly way after the bytes that are there, too early.</summary>
    EndsEarly,
}
