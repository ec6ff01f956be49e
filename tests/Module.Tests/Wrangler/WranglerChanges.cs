using System.Collections.Generic;
using System.IO;
using CloudflareAiGateway.Module.Tests.Sweeps;

namespace CloudflareAiGateway.Module.Tests.Wrangler;

public sealed class WranglerChanges : IChanges
{
    public string Prepare => string.Empty;

    public IReadOnlyDictionary<string, string> Calls { get; } = new Dictionary<string, string>
    {
        ["Export-AiGatewayWranglerConfig"] = $"Export-AiGatewayWranglerConfig prod-api '{Path.Combine(Path.GetTempPath(), "never-written.toml")}'",
    };
}
