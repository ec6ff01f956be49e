using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Management.Automation;
using System.Management.Automation.Language;
using System.Text.RegularExpressions;
using CloudflareAiGateway.EngineHost;
using Xunit;

namespace CloudflareAiGateway.Module.Tests.Sweeps;

/// <summary>Help against reflection: whoever adds a command, a parameter or an error id is told here what the help lacks.</summary>
public sealed class HelpTests : IDisposable
{
    private static readonly string[] s_common =
    [
        .. Cmdlet.CommonParameters, .. Cmdlet.OptionalCommonParameters, "First", "Skip", "IncludeTotalCount", "WhatIf", "Confirm",
    ];

    private readonly EngineSession _session = new(new EngineSessionOptions { StandIns = true });

    public static TheoryData<string> CommandNames()
    {
        var names = new TheoryData<string>();
        using var session = new EngineSession();
        foreach (PSObject command in session.Run("Get-Command -Module CloudflareAiGateway").Output)
        {
            names.Add(((CommandInfo)command.BaseObject).Name);
        }

        return names;
    }

    [Theory]
    [MemberData(nameof(CommandNames))]
    public void Help_is_complete(string command)
    {
        dynamic help = Assert.Single(_session.Run($"Get-Help {command} -Full").Output);
        Assert.False(string.IsNullOrWhiteSpace((string)help.Synopsis), "no synopsis");
        Assert.NotNull(help.description);
        string page = File.ReadAllText(Page(command));
        Assert.DoesNotContain("{{", page, StringComparison.Ordinal);

        var info = (CommandInfo)_session.Run($"Get-Command {command}").Output[0].BaseObject;
        string[] own = info.Parameters.Keys.Except(s_common, StringComparer.OrdinalIgnoreCase).Order(StringComparer.Ordinal).ToArray();
        string[] documented = Regex.Matches(page, @"^### -(\w+)\r?$", RegexOptions.Multiline).Select(m => m.Groups[1].Value).Except(s_common, StringComparer.OrdinalIgnoreCase).Order(StringComparer.Ordinal).ToArray();
        Assert.Equal(own, documented);
    }

    [Theory]
    [MemberData(nameof(CommandNames))]
    public void Examples_parse_and_use_parameters_that_exist(string command)
    {
        string[] examples = Regex.Matches(File.ReadAllText(Page(command)), @"```powershell\r?\n(.*?)```", RegexOptions.Singleline).Select(m => m.Groups[1].Value).ToArray();
        Assert.True(examples.Length >= 2, $"{examples.Length} example(s)");
        Assert.Contains(examples, e => e.Contains(command, StringComparison.Ordinal));
        foreach (string example in examples)
        {
            ScriptBlockAst script = Parser.ParseInput(example, out _, out ParseError[] errors);
            Assert.Empty(errors);
            foreach (CommandAst call in script.FindAll(a => a is CommandAst, searchNestedScriptBlocks: true).Cast<CommandAst>())
            {
                AssertParametersExist(call);
            }
        }
    }

    [Theory]
    [MemberData(nameof(CommandNames))]
    public void Parameters_have_texts_of_their_own_and_the_defaults_of_the_code(string command)
    {
        var info = (CmdletInfo)_session.Run($"Get-Command {command}").Output[0].BaseObject;
        object instance = Activator.CreateInstance(info.ImplementingType)!;
        var texts = new HashSet<string>(StringComparer.Ordinal);
        foreach (Match parameter in Regex.Matches(File.ReadAllText(Page(command)), @"^### -(\w+)\r?\n(.*?)```yaml.*?^Default value: (.*?)\r?$", RegexOptions.Multiline | RegexOptions.Singleline))
        {
            string name = parameter.Groups[1].Value;
            Assert.True(texts.Add(parameter.Groups[2].Value.Trim()), $"-{name} has the text of another parameter.");
            if (s_common.Contains(name, StringComparer.OrdinalIgnoreCase))
            {
                continue;
            }

            Assert.Equal($"-{name}: {Default(info.ImplementingType, instance, name)}", $"-{name}: {parameter.Groups[3].Value.Trim()}");
        }
    }

    /// <summary>Pages name the ids that a command can give; each must be one that the code makes.</summary>
    [Fact]
    public void Error_ids_in_help_exist_in_the_code()
    {
        string source = string.Concat(Directory.GetFiles(Path.Combine(BuiltModule.RepositoryRoot, "src", "CloudflareAiGateway"), "*.cs", SearchOption.AllDirectories)
            .Where(f => !f.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal))
            .Select(File.ReadAllText));
        string topic = File.ReadAllText(Path.Combine(BuiltModule.RepositoryRoot, "docs", "en-US", "about_CloudflareAiGateway_Errors.md"));
        string[] ids = Regex.Matches(topic, @"^\| `(\w+)`", RegexOptions.Multiline).Select(m => m.Groups[1].Value).ToArray();
        Assert.NotEmpty(ids);
        foreach (string id in ids)
        {
            string stem = Regex.Replace(id, "^\\w+?(?=(NotFound|Exists|Changed)$)", string.Empty);
            Assert.Contains($"\"{stem}\"", source, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void About_topics_ship()
    {
        string[] sources = Directory.GetFiles(Path.Combine(BuiltModule.RepositoryRoot, "docs", "en-US"), "about_*.md").Select(Path.GetFileNameWithoutExtension).ToArray()!;
        Assert.NotEmpty(sources);
        Assert.All(sources, s => Assert.True(File.Exists(Path.Combine(BuiltModule.Folder, "en-US", s + ".help.txt")), s));
    }

    public void Dispose() => _session.Dispose();

    /// <summary>What a parameter is without being given; None where that is nothing.</summary>
    private static string Default(Type type, object instance, string name)
    {
        object? value = type.GetProperty(name)?.GetValue(instance);
        bool isMandatory = type.GetProperty(name)?.GetCustomAttributes(typeof(ParameterAttribute), inherit: true).Cast<ParameterAttribute>().All(p => p.Mandatory) is true;
        string text = value switch
        {
            SwitchParameter => value.ToString()!,
            null or 0 => "None",
            _ when isMandatory => "None",
            string words => words,
            System.Collections.IEnumerable many => string.Join(", ", many.Cast<object>()),
            _ => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{value}"),
        };
        return text.Length > 0 ? text : "None";
    }

    private static string Page(string command) => Path.Combine(BuiltModule.RepositoryRoot, "docs", "en-US", command + ".md");

    private void AssertParametersExist(CommandAst call)
    {
        if (call.GetCommandName() is not { } name || !name.Contains("-AiGateway", StringComparison.Ordinal))
        {
            return;
        }

        var info = (CommandInfo)Assert.Single(_session.Run($"Get-Command {name} -Module CloudflareAiGateway").Output).BaseObject;
        IEnumerable<string> known = info.Parameters.Values.SelectMany(p => p.Aliases.Append(p.Name));
        foreach (CommandParameterAst parameter in call.CommandElements.OfType<CommandParameterAst>())
        {
            Assert.Contains(parameter.ParameterName, known, StringComparer.OrdinalIgnoreCase);
        }
    }
}
