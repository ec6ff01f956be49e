namespace CloudflareAiGateway.Client;

/// <summary>A period on the wire.</summary>
internal sealed class PeriodAnswer
{
    /// <summary>Unix seconds.</summary>
    public object? Start { get; init; }

    /// <summary>Unix seconds.</summary>
    public object? End { get; init; }
}
