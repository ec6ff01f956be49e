using System.Collections.Generic;
using CloudflareAiGateway.Module.Tests.Sweeps;

namespace CloudflareAiGateway.Module.Tests.LoggingState;

public sealed class LoggingStateChanges : IChanges
{
    public string Prepare => string.Empty;

    public IReadOnlyDictionary<string, string> Calls { get; } = new Dictionary<string, string>
    {
        ["Set-AiGatewayLoggingState"] = "Set-AiGatewayLoggingState",
    };
}
