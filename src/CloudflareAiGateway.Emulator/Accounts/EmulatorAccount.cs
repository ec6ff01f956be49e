namespace CloudflareAiGateway.Emulator;

/// <summary>An account that the emulator knows.</summary>
public sealed class EmulatorAccount
{
    /// <summary>The id: 32 hex digits.</summary>
    public required string Id { get; init; }

    /// <summary>The name, up to 100 characters.</summary>
    public string Name { get; init; } = "Emulator account";
}
