using System;
using System.Linq;
using System.Management.Automation;
using System.Text.Json.Nodes;
using CloudflareAiGateway.Module.Tests.Support;

namespace CloudflareAiGateway.Module.Tests.ProviderKeys;

/// <summary>Tests with two gateways, <c>$key</c>, and secrets that are active at once unless a test says otherwise.</summary>
public abstract class KeyTest : ModuleTest
{
    protected const string Canary = "sk-canary-\"json\"-tail5150-cdef";

    protected KeyTest(EmulatorProcess emulator)
        : base(emulator)
    {
        Activate(0);
        Session.RunGlobal("'prod-api', 'dev-chat' | New-AiGateway | Out-Null; $global:key = $value", ("value", Token(Canary)));
        Emulator.ForgetRequests();
    }

    /// <summary>How long new secrets are pending from now on, in seconds.</summary>
    protected void Activate(double seconds) => Emulator.Post("/_emulator/behaviour", new JsonObject { ["secret_activation_seconds"] = seconds });

    /// <summary>The bodies that were sent with a method to paths that end so.</summary>
    protected string[] Bodies(string method, string ending) =>
    [
        .. Emulator.Journal()
            .Where(r => (string?)r!["method"] == method && ((string)r["path"]!).EndsWith(ending, StringComparison.Ordinal))
            .Select(r => (string?)r!["body"] ?? string.Empty),
    ];

    /// <summary>Properties of an object in one line.</summary>
    protected static string Show(PSObject item, params string[] properties) =>
        string.Join(' ', properties.Select(p => item.Properties[p].Value is Array list ? string.Join('+', list.Cast<object>()) : $"{item.Properties[p].Value}"));

    /// <summary>Runs a script, and shows properties of each object that it gives.</summary>
    protected string[] ShowAll(string script, params string[] properties) => [.. Run(script).Output.Select(item => Show(item, properties))];

    protected static string Id(ErrorRecord error) => error.FullyQualifiedErrorId.Split(',')[0];
}
