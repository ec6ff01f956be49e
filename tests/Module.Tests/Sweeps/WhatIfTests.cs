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
        CmdletInfo[] changing = Run("Get-Command -Module CloudflareAiGateway").Output
            .Select(o => (CmdletInfo)o.BaseObject)
            .Where(c => c.Parameters.ContainsKey("WhatIf"))
            .ToArray();
        Assert.NotEmpty(changing);
        int before = Emulator.Writes().Count;
        foreach (CmdletInfo command in changing)
        {
            // Enough for a real change: a new name to create, a known one to change or remove.
            string script = command.Verb == "New" ? $"{command.Name} other-api -WhatIf" : $"'prod-api' | {command.Name} -WhatIf";
            script += command.Name == "Set-AiGateway" ? " -CacheTtl 7200" : string.Empty;
            EngineResult result = Run(script);
            Assert.Contains("What if:", result.HostText, System.StringComparison.Ordinal);
        }

        Assert.Equal(before, Emulator.Writes().Count);
    }
}
