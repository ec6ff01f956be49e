namespace CloudflareAiGateway.Playground;

/// <summary>What the playground was asked to do.</summary>
public enum PlaygroundMode
{
    Demo,
    Command,
    File,
    Interactive,
    ScaffoldHelp,
    Help,
}
