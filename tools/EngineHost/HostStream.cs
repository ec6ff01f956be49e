namespace CloudflareAiGateway.EngineHost;

/// <summary>What a piece of host text was written as.</summary>
public enum HostStream
{
    Output,
    Error,
    Warning,
    Verbose,
    Debug,
    Information,
    Prompt,
}
