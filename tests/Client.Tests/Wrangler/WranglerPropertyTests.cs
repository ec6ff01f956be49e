using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;
using Xunit;

namespace CloudflareAiGateway.Client.Tests;

/// <summary>
/// Many files made by chance, in every way in which tables can be written: a change adds what it should and nothing else, and taking the
/// new lines out again gives the old file byte for byte.
/// </summary>
public class WranglerPropertyTests
{
    private static readonly string[] s_environments = ["production", "staging", "st-1"];

    public static TheoryData<int> Seeds => [.. Enumerable.Range(1, 60)];

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Toml(int seed)
    {
        var random = new Random(seed);
        for (int i = 0; i < 25; i++)
        {
            Check(WranglerFormats.Of("x.toml")!, TomlFile(random), s_environments[random.Next(3)], random.Next(3) == 0);
        }
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Json(int seed)
    {
        var random = new Random(seed);
        for (int i = 0; i < 25; i++)
        {
            Check(WranglerFormats.Of("x.jsonc")!, JsonFile(random), s_environments[random.Next(3)], random.Next(3) == 0);
        }
    }

    private static void Check(IConfigFormat format, string text, string environment, bool isTopLevel)
    {
        string[] place = isTopLevel ? [] : ["env", environment];
        SortedSet<string> before = ConfigTree.Of(format.Read(text), text);
        string changed = WranglerChange.Of(
            format, text, new WranglerSettings { GatewayId = "gw", Variable = "NEW_ID", Environment = isTopLevel ? null : environment }).Text;
        SortedSet<string> after = ConfigTree.Of(format.Read(changed), changed);

        string prefix = string.Concat(place.Select(p => "." + p));
        Assert.True(after.IsSupersetOf(before), $"Lost: {string.Join("; ", before.Except(after))}\n{text}\n=>\n{changed}");
        after.ExceptWith(before);
        after.RemoveWhere(line => line.EndsWith(" {}", StringComparison.Ordinal) && $"{prefix}.ai {prefix}.vars".Contains(line[..^3], StringComparison.Ordinal));
        string[] added = [.. after];
        string[] expected = [$"{prefix}.ai.binding = \"AI\"", $"{prefix}.vars.NEW_ID = \"gw\""];
        Assert.Equal(expected.Except(before).Order(StringComparer.Ordinal), added);

        AssertSubsequence(text, changed);

        // New lines end as the old ones do.
        string withoutPairs = changed.Replace("\r\n", string.Empty, StringComparison.Ordinal);
        Assert.True(!text.Contains("\r\n", StringComparison.Ordinal) || !withoutPairs.Contains('\n', StringComparison.Ordinal), changed);
        Assert.True(text.Contains("\r\n", StringComparison.Ordinal) || !changed.Contains('\r', StringComparison.Ordinal), changed);
    }

    /// <summary>Every character of the old file is there, in its order.</summary>
    private static void AssertSubsequence(string old, string young)
    {
        int at = 0;
        foreach (char c in old)
        {
            at = young.IndexOf(c, at) + 1;
            Assert.True(at > 0, $"{old}\n=>\n{young}");
        }
    }

    private static string TomlFile(Random random)
    {
        string end = random.Next(2) == 0 ? "\r\n" : "\n";
        var text = new StringBuilder();
        void Line(string line) => text.Append(line).Append(random.Next(4) == 0 ? "  # remark" : string.Empty).Append(end);
        void Blank()
        {
            if (random.Next(2) == 0)
            {
                text.Append(random.Next(3) == 0 ? "# note" + end : end);
            }
        }

        Line("name = \"w\"");
        Blank();
        string home = Pick(random, "none", "braces", "dotted", "brackets");
        if (home == "braces")
        {
            Line($"vars = {{ A = \"1\"{Pick(random, string.Empty, ", B.c = \"2\"")} }}");
        }
        else if (home == "dotted")
        {
            Line("vars.A = \"1\"");
            Line("ai.remote = true");
        }

        // All environments are written in one way: TOML does not let them be mixed.
        string style = Pick(random, "none", "braces", "dotted", "brackets", "implied");
        if (style == "braces")
        {
            Line($"env = {{ {string.Join(", ", s_environments.Select(e => $"{e} = {{ {Pick(random, "x = 1", "vars = { A = \"1\" }", "ai.remote = true", string.Empty)} }}"))} }}");
        }
        else if (style == "dotted")
        {
            foreach (string name in s_environments.Where(_ => random.Next(2) == 0))
            {
                Line($"env.{name}.{Pick(random, "x = 1", "vars.A = \"1\"", "ai.remote = true")}");
            }
        }

        Line("list = [ \"a\", # first");
        Line("  \"b\" ]");
        if (home == "brackets")
        {
            Blank();
            Line("[vars]");
            Line("  A = \"1\"");
            Blank();
        }

        if (style is "brackets" or "implied")
        {
            foreach (string name in s_environments.Where(_ => random.Next(2) == 0))
            {
                Blank();
                if (style == "brackets")
                {
                    Line($"[env.{name}]");
                    Line(Pick(random, "x = 1", "vars.A = \"1\"", "ai.remote = true", "vars = { }"));
                }
                else
                {
                    Line($"[env.{name}.{Pick(random, "vars", "ai", "limits")}]");
                    Line("y = 2");
                }

                Blank();
            }
        }

        if (random.Next(2) == 0)
        {
            Line("[[kv_namespaces]]");
            Line("id = \"\"\"1\"\"\"");
        }

        return random.Next(3) == 0 ? text.ToString().TrimEnd('\r', '\n') : text.ToString();
    }

    private static string JsonFile(Random random)
    {
        string end = random.Next(2) == 0 ? "\r\n" : "\n";
        string indent = Pick(random, "  ", "    ", "\t");
        string Remark() => Pick(random, string.Empty, string.Empty, " // remark", " /* remark */");
        string Body(int depth, IReadOnlyList<string> members)
        {
            if (members.Count == 0)
            {
                return Pick(random, "{}", "{ }", $"{{ // nothing{end}{Pad(depth)}}}");
            }

            if (random.Next(4) == 0 && members.All(m => !m.Contains('\n', StringComparison.Ordinal) && !m.Contains("//", StringComparison.Ordinal)))
            {
                return $"{{ {string.Join(", ", members)}{Pick(random, string.Empty, ",")} }}";
            }

            IEnumerable<string> lines = members.Select((m, i) => $"{Pad(depth + 1)}{m}{(i < members.Count - 1 || random.Next(3) == 0 ? "," : string.Empty)}{Remark()}{end}");
            return $"{{{end}{string.Concat(lines)}{Pick(random, string.Empty, $"{Pad(depth + 1)}// last{end}")}{Pad(depth)}}}";
        }

        string Pad(int depth) => string.Concat(Enumerable.Repeat(indent, depth));
        string Environment(string name)
        {
            string[] members = [.. new[] { "\"x\": 1", $"\"vars\": {Body(3, ["\"A\": \"1\""])}", $"\"ai\": {Body(3, [])}" }.Where(_ => random.Next(2) == 0)];
            return $"\"{name}\": {Body(2, members)}";
        }

        var root = new List<string> { "\"name\": \"w, { } //\"" };
        if (random.Next(2) == 0)
        {
            root.Add($"\"vars\": {Body(1, random.Next(2) == 0 ? [] : ["\"A\": \"1\"", "\"B\": [1, 2]"])}");
        }

        if (random.Next(2) == 0)
        {
            root.Add($"\"env\": {Body(1, [.. s_environments.Where(_ => random.Next(2) == 0).Select(Environment)])}");
        }

        return $"{Pick(random, string.Empty, $"// top{end}")}{Body(0, root)}{Pick(random, string.Empty, end)}";
    }

    private static string Pick(Random random, params string[] choices) => choices[random.Next(choices.Length)];
}
