using System;
using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;
using System.Text.Json.Nodes;
using CloudflareAiGateway.EngineHost;
using CloudflareAiGateway.Module.Tests.Support;
using Xunit;

namespace CloudflareAiGateway.Module.Tests.Sweeps;

/// <summary>-WhatIf sends no write, for every command that has it.</summary>
public sealed class WhatIfTests(EmulatorProcess emulator) : ModuleTest(emulator)
{
    public static TheoryData<string> Areas => [.. AllChanges().Select(changes => changes.GetType().Name)];

    [Theory]
    [MemberData(nameof(Areas))]
    public void No_command_writes_under_WhatIf(string area)
    {
        IChanges changes = AllChanges().Single(c => c.GetType().Name == area);
        Run("New-AiGateway prod-api");
        Emulator.Post("/_emulator/logs", new JsonObject { ["gateway"] = "prod-api", ["count"] = 3 });
        if (changes.Behaviour is { } behaviour)
        {
            Emulator.Post("/_emulator/behaviour", JsonNode.Parse(behaviour)!);
        }

        if (changes.Prepare.Length > 0)
        {
            Run(changes.Prepare);
        }

        int before = Emulator.Writes().Count;
        foreach (KeyValuePair<string, string> call in changes.Calls)
        {
            EngineResult result = Run(call.Value + " -WhatIf");
            Assert.True(result.HostText.Contains("What if:", StringComparison.Ordinal), call.Value);
        }

        Assert.Equal(before, Emulator.Writes().Count);
    }

    [Fact]
    public void Every_changing_command_has_such_a_call()
    {
        string[] changing = Run("Get-Command -Module CloudflareAiGateway").Output
            .Select(o => (CmdletInfo)o.BaseObject)
            .Where(c => c.Parameters.ContainsKey("WhatIf"))
            .Select(c => c.Name)
            .Order(StringComparer.Ordinal)
            .ToArray();
        Assert.NotEmpty(changing);
        Assert.Equal(changing, AllChanges().SelectMany(c => c.Calls.Keys).Order(StringComparer.Ordinal));
    }

    private static IChanges[] AllChanges() =>
    [
        .. typeof(IChanges).Assembly.GetTypes()
            .Where(t => t.IsClass && typeof(IChanges).IsAssignableFrom(t))
            .Select(t => (IChanges)Activator.CreateInstance(t)!),
    ];
}
