namespace CloudflareAiGateway;

/// <summary>Where an account's logs are kept.</summary>
public enum LoggingPlatform
{
    /// <summary>The service did not say, or said something newer than this module.</summary>
    Unknown,

    /// <summary>In AI Gateway itself, where the log commands see them.</summary>
    Gateway,

    /// <summary>In Workers Observability, where the log commands see none.</summary>
    WorkersObservability,
}
