using System.Collections.Generic;
using System.Linq;

namespace CloudflareAiGateway;

/// <summary>Looks through a wrangler file for what goes wrong with gateways. One method a rule.</summary>
internal sealed class WranglerCheck
{
    private static readonly string[] s_aiKeys = { "binding", "staging", "remote" };

    private readonly List<AiGatewayWranglerFinding> _findings = new();
    private readonly string _path;
    private readonly string _text;

    private WranglerCheck(string path, string text)
    {
        _path = path;
        _text = text;
    }

    /// <summary>Checks a file.</summary>
    /// <param name="path">Its name, for the findings.</param>
    /// <param name="format">Its language.</param>
    /// <param name="text">Its text.</param>
    /// <returns>The findings in the order of the file; a broken file gives one.</returns>
    public static IReadOnlyList<AiGatewayWranglerFinding> Run(string path, IConfigFormat format, string text)
    {
        try
        {
            var check = new WranglerCheck(path, text);
            check.Check(format.Read(text));
            return check._findings.OrderBy(f => f.Line).ThenBy(f => f.Column).ToArray();
        }
        catch (ConfigSyntaxException broken)
        {
            return new[] { Broken(path, broken) };
        }
    }

    /// <summary>The finding that a broken file gives.</summary>
    public static AiGatewayWranglerFinding Broken(string path, ConfigSyntaxException broken) => new()
    {
        Path = path,
        Line = broken.Position.Line,
        Column = broken.Position.Column,
        Severity = WranglerFindingSeverity.Error,
        Rule = "Syntax",
        Message = broken.Message + ".",
        Advice = "Correct the file; nothing else in it was checked.",
    };

    private void Check(ConfigNode root)
    {
        CheckPlace(root, string.Empty);
        foreach (ConfigMember environment in WranglerLayout.Environments(root))
        {
            if (environment.Value.Kind is ConfigKind.Table)
            {
                CheckPlace(environment.Value, $"env.{environment.Key}.");
                CheckInheritance(root, environment);
            }
        }

        CheckSecrets(root, isVariable: false);
    }

    private void CheckPlace(ConfigNode table, string place)
    {
        foreach (ConfigMember member in table.Members.Where(m => m.Key is "ai" or "vars"))
        {
            if (member.Value.Kind is not ConfigKind.Table)
            {
                Add(
                    member.KeyStart, WranglerFindingSeverity.Error, "WrongType",
                    $"'{place}{member.Key}' is {ConfigPath.Describe(member.Value.Kind)}, not a table.",
                    member.Key == "ai" ? "Write [ai] with single brackets, or \"ai\": { \"binding\": \"AI\" }." : "Write a table of names and values.");
            }
            else if (member.Key == "ai")
            {
                CheckAi(member, place);
            }
        }
    }

    private void CheckAi(ConfigMember ai, string place)
    {
        foreach (ConfigMember member in ai.Value.Members.Where(m => !s_aiKeys.Contains(m.Key)))
        {
            bool isGateway = member.Key == "gateway";
            Add(
                member.KeyStart, WranglerFindingSeverity.Warning, isGateway ? "AiGatewayIgnored" : "UnknownAiKey",
                isGateway
                    ? $"'{place}ai.gateway' is no setting: wrangler takes it without a word and does nothing with it."
                    : $"'{place}ai.{member.Key}' is no setting of wrangler's; 'ai' knows binding, staging and remote.",
                isGateway
                    ? "Remove it and name the gateway in the code: env.AI.run(model, inputs, { gateway: { id: env.AI_GATEWAY_ID } }). Export-AiGatewayWranglerConfig writes binding and variable."
                    : "Remove it, or correct its name.");
        }

        if (ai.Value["binding"] is not { Kind: ConfigKind.String, Text.Length: > 0 })
        {
            Add(
                ai.Value["binding"]?.Start ?? ai.KeyStart, WranglerFindingSeverity.Error, "BindingMissing",
                $"'{place}ai' has no 'binding', or one that is not a text.", "Add binding = \"AI\", the name under which the Worker sees it.");
        }
    }

    private void CheckInheritance(ConfigNode root, ConfigMember environment)
    {
        if (root["ai"] is not null && environment.Value["ai"] is null)
        {
            Add(
                environment.KeyStart, WranglerFindingSeverity.Warning, "NotInherited",
                $"Environment '{environment.Key}' has no 'ai' of its own and does not inherit the top level's, so env.AI is undefined there.",
                $"Export-AiGatewayWranglerConfig -Environment {environment.Key} adds it, with the variable.");
        }
    }

    private void CheckSecrets(ConfigNode node, bool isVariable)
    {
        foreach (ConfigMember member in node.Members)
        {
            if (member.Value.Kind is ConfigKind.String)
            {
                CheckSecret(member.Key, member.Value, isVariable);
            }

            CheckSecrets(member.Value, isVariable || member.Key == "vars");
        }

        foreach (ConfigNode item in node.Items)
        {
            if (item.Kind is ConfigKind.String)
            {
                CheckSecret(string.Empty, item, isVariable);
            }

            CheckSecrets(item, isVariable);
        }
    }

    private void CheckSecret(string name, ConfigNode value, bool isVariable)
    {
        bool looksSecret = SecretShape.IsToken(value.Text!);
        if (looksSecret || (isVariable && value.Text!.Length > 0 && SecretShape.IsSecretName(name)))
        {
            Add(
                value.Start, WranglerFindingSeverity.Error, "SecretInFile",
                looksSecret ? $"The value of '{name}' looks like a key or token." : $"'{name}' is a variable, and its name says that it is secret.",
                $"Take it out, run: npx wrangler secret put {(name.Length == 0 ? "<NAME>" : name)}, and renew it if the file was ever shared. Locally, .dev.vars holds it.");
        }
    }

    private void Add(int offset, WranglerFindingSeverity severity, string rule, string message, string advice)
    {
        TextPosition position = TextPosition.Of(_text, offset);
        _findings.Add(new AiGatewayWranglerFinding
        {
            Path = _path,
            Line = position.Line,
            Column = position.Column,
            Severity = severity,
            Rule = rule,
            Message = message,
            Advice = advice,
        });
    }
}
