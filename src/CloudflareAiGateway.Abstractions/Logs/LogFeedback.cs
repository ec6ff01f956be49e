namespace CloudflareAiGateway;

/// <summary>The rating of a log row.</summary>
public enum LogFeedback
{
    /// <summary>No rating.</summary>
    None,

    /// <summary>Thumbs up: 1.</summary>
    Positive,

    /// <summary>Thumbs down: -1.</summary>
    Negative,
}
