namespace CloudflareAiGateway.Playground;

/// <summary>What a run left behind on its host.</summary>
public interface IConsoleState
{
    /// <summary>How many errors have been shown so far.</summary>
    int ErrorCount { get; }

    /// <summary>The code of a script's <c>exit</c>, when there was one.</summary>
    int? ExitCode { get; }
}
