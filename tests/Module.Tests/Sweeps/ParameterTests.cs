using System;
using System.Linq;
using System.Management.Automation;
using System.Security;
using CloudflareAiGateway.EngineHost;
using Xunit;

namespace CloudflareAiGateway.Module.Tests.Sweeps;

/// <summary>Rules that hold for every command of the module, present and to come.</summary>
public sealed class ParameterTests : IDisposable
{
    private static readonly string[] s_changing = ["New", "Set", "Remove", "Clear", "Add", "Publish", "Restore", "Copy", "Import"];

    private readonly EngineSession _session = new();

    [Fact]
    public void Verbs_are_approved()
    {
        string[] approved = [.. typeof(VerbsCommon).Assembly.GetTypes()
            .Where(t => t.Name.StartsWith("Verbs", StringComparison.Ordinal) && t.Namespace == "System.Management.Automation")
            .SelectMany(t => t.GetFields())
            .Where(f => f.IsLiteral)
            .Select(f => (string)f.GetRawConstantValue()!)];
        Assert.All(Commands(), c => Assert.Contains(c.Verb, approved));
        Assert.All(Commands(), c => Assert.StartsWith("AiGateway", c.Noun, StringComparison.Ordinal));
    }

    [Fact]
    public void Every_changing_command_supports_WhatIf() =>
        Assert.All(Commands().Where(c => s_changing.Contains(c.Verb) && c.Parameters.ContainsKey("Connection")), c => Assert.Contains("WhatIf", c.Parameters.Keys));

    [Fact]
    public void Every_removal_asks_first() =>
        Assert.All(Commands().Where(c => c.Verb is "Remove" or "Clear"), c =>
        {
            var attribute = (CmdletAttribute)c.ImplementingType.GetCustomAttributes(typeof(CmdletAttribute), false)[0];
            Assert.Equal(ConfirmImpact.High, attribute.ConfirmImpact);
        });

    [Fact]
    public void Every_command_says_what_it_writes() =>
        Assert.All(Commands(), c => Assert.NotEmpty(c.ImplementingType.GetCustomAttributes(typeof(OutputTypeAttribute), false)));

    [Fact]
    public void No_parameter_takes_a_secret_as_text() =>
        Assert.All(
            Commands().SelectMany(c => c.Parameters.Values.Where(p =>
                p.Name.EndsWith("Token", StringComparison.Ordinal) || p.Name.EndsWith("ApiKey", StringComparison.Ordinal) || (p.Name == "Value" && c.Noun == "AiGatewaySecret"))),
            p => Assert.True(p.ParameterType == typeof(SecureString) || p.ParameterType == typeof(PSCredential), p.Name));

    /// <summary>
    /// A command may take one where another takes several, as Get- does with what others name once. Builders, which make an object and
    /// send nothing, name their parameters after its members; and under some names different things are meant: a limit of rows and one
    /// of money, groups of rows and of hours.
    /// </summary>
    [Fact]
    public void The_same_parameter_has_the_same_type_everywhere() =>
        Assert.All(
            Commands().Where(c => c.Verb != "New" || c.Parameters.ContainsKey("Connection")).SelectMany(c => c.Parameters.Values).Where(p => p.Name is not ("InputObject" or "Limit" or "GroupBy")).GroupBy(p => p.Name),
            g => Assert.Single(g.Select(p => p.ParameterType.IsArray ? p.ParameterType.GetElementType() : p.ParameterType).Distinct()));

    [Fact]
    public void No_switch_is_on_by_itself_and_no_set_has_two_pipeline_inputs_of_one_type() =>
        Assert.All(Commands().SelectMany(c => c.ParameterSets), set =>
            Assert.Equal(
                set.Parameters.Where(p => p.ValueFromPipeline).Select(p => p.ParameterType).Distinct().Count(),
                set.Parameters.Count(p => p.ValueFromPipeline)));

    /// <summary>Without a completer the engine offers names of files.</summary>
    [Fact]
    public void Flags_complete_with_true_and_false()
    {
        foreach ((CmdletInfo command, ParameterMetadata flag) in Commands().SelectMany(c => c.Parameters.Values.Where(p => p.ParameterType == typeof(bool?)).Select(p => (c, p))))
        {
            string[] offered = [.. _session.Complete($"{command.Name} -{flag.Name} ").CompletionMatches.Select(m => m.CompletionText)];
            Assert.True(offered.SequenceEqual(["$true", "$false"]), $"{command.Name} -{flag.Name}: {string.Join(", ", offered)}");
        }
    }

    public void Dispose() => _session.Dispose();

    private CmdletInfo[] Commands() =>
        _session.Run("Get-Command -Module CloudflareAiGateway").Output.Select(o => (CmdletInfo)o.BaseObject).ToArray();
}
