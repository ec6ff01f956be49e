namespace CloudflareAiGateway.Emulator;

/// <summary>A model that made-up log rows call.</summary>
public sealed class LogSeedModel
{
    /// <summary>The provider's slug.</summary>
    public required string Provider { get; init; }

    /// <summary>The model's name.</summary>
    public required string Model { get; init; }

    /// <summary>The member <c>model_type</c>.</summary>
    public string ModelType { get; init; } = string.Empty;

    /// <summary>The member <c>request_type</c>.</summary>
    public string RequestType { get; init; } = "chat";

    /// <summary>The member <c>path</c>.</summary>
    public string Path { get; init; } = "chat/completions";

    /// <summary>How often it is called beside the others; at least 0.</summary>
    public double Weight { get; init; } = 1;

    /// <summary>US dollars for a million tokens in.</summary>
    public double PriceIn { get; init; } = 0.15;

    /// <summary>US dollars for a million tokens out.</summary>
    public double PriceOut { get; init; } = 0.6;
}
