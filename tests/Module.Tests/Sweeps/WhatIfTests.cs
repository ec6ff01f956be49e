using System.Linq;
using System.Management.Automation;
using CloudflareAiGateway.EngineHost;
using CloudflareAiGateway.Module.Tests.Support;
using Xunit;

namespace CloudflareAiGateway.Module.Tests.Sweeps;

/// <summary>-WhatIf sends no write, for every command that has it.</summary>
public sealed class WhatIfTests(EmulatorProcess emulator) : ModuleTest(emulator)
{
    [Fact]
    public void No_command_writes_under_WhatIf()
    {
        Run("New-AiGateway prod-api");
        Emulator.Post("/_emulator/logs", new System.Text.Json.Nodes.JsonObject { ["gateway"] = "prod-api", ["count"] = 3 });
        CmdletInfo[] changing = Run("Get-Command -Module CloudflareAiGateway").Output
            .Select(o => (CmdletInfo)o.BaseObject)
            .Where(c => c.Parameters.ContainsKey("WhatIf"))
            .ToArray();
        Assert.NotEmpty(changing);
        int before = Emulator.Writes().Count;
        foreach (CmdletInfo command in changing)
        {
            EngineResult result = Run(RealChange(command.Name) + " -WhatIf");
            Assert.Contains("What if:", result.HostText, System.StringComparison.Ordinal);
        }

        Assert.Equal(before, Emulator.Writes().Count);
    }

    /// <summary>A call that would really change something, so that -WhatIf has something to hold back.</summary>
    private static string RealChange(string command) => command switch
    {
        "Set-AiGateway" => "Set-AiGateway prod-api -CacheTtl 7200",
        "Set-AiGatewayLog" => "Get-AiGatewayLog prod-api -First 1 | Set-AiGatewayLog -Score 5",
        "Remove-AiGatewayLog" => "Remove-AiGatewayLog prod-api -All",
        "Export-AiGatewayLog" => "Export-AiGatewayLog prod-api -Path ([System.IO.Path]::GetTempFileName() + '.ndjson')",
        _ when command.StartsWith("New-", System.StringComparison.Ordinal) => command + " other-api",
        _ => "'prod-api' | " + command,
    };
}
