namespace CloudflareAiGateway.Emulator;

/// <summary>Where in an answer a connection is reset.</summary>
public enum ResetPoint
{
    /// <summary>Before its first byte.</summary>
    Before,

    /// <summary>In the middle of its body.</summary>
    Inside,
}
