using System;
using System.Linq;
using Xunit;

namespace CloudflareAiGateway.Client.Tests;

/// <summary>What TOML says, and where it is broken.</summary>
public class TomlReaderTests
{
    [Fact]
    public void Every_kind_of_value_is_read()
    {
        const string Text = """"
            # comment
            a = 1 # one
            "quoted key" = 'C:\path'
            'single' = "tab\tquote\"\u00e9\U0001F600"
            dotted."x y".z = true
            date = 1979-05-27 07:32:00Z
            numbers = [ 1, 2.5e3, 0xFF, -inf, # comment
              nan, ]
            inline = { a = "b", c.d = [ { e = 1 } ], }
            long = """
            first
              "quoted" \
                 joined"""
            literal = '''
            raw \n'''''
            empty = {}
            [table]
            key = ""
            [table.sub]
            [[list]]
            name = "1"
            [[list]]
            [list.inner]
            deep = "2"
            """";
        string[] tree = [.. ConfigTree.Of(TomlReader.Read(Text), Text)];
        foreach (string expected in new[]
        {
            ".a = 1", ".quoted key = \"C:\\path\"", ".single = \"tab\tquote\"\u00e9\U0001F600\"", ".dotted.x y.z = true", ".date = 1979-05-27 07:32:00Z",
            ".numbers[1] = 2.5e3", ".numbers[4] = nan", ".inline.a = \"b\"", ".inline.c.d[0].e = 1", ".long = \"first\n  \"quoted\" joined\"", ".literal = \"raw \\n''\"",
            ".empty {}", ".table.key = \"\"", ".table.sub {}", ".list[0].name = \"1\"", ".list[1].inner.deep = \"2\"",
        })
        {
            Assert.Contains(expected, tree);
        }
    }

    [Theory]
    [InlineData("a = \"x", 1, 5, "not closed")]
    [InlineData("a = 'x\nb = 1", 1, 5, "not closed")]
    [InlineData("a = \"\"\"x", 1, 5, "three quotes")]
    [InlineData("x = 1\na = ", 2, 5, "a value")]
    [InlineData("a", 1, 2, "'='")]
    [InlineData("= 1", 1, 1, "a name")]
    [InlineData("a = 1 b = 2", 1, 7, "line's end")]
    [InlineData("a = yes", 1, 5, "texts stand in quotes")]
    [InlineData("a = [1, 2", 1, 10, "',' or ']'")]
    [InlineData("a = { b = 1", 1, 12, "',' or '}'")]
    [InlineData("a = { b = 1 c = 2 }", 1, 13, "',' or '}'")]
    [InlineData("[a\nb = 1", 1, 3, "']'")]
    [InlineData("[[a]\nb = 1", 1, 4, "']]'")]
    [InlineData("a = 1\na = 2", 2, 1, "twice")]
    [InlineData("[a]\n[b]\n[a]", 3, 2, "twice")]
    [InlineData("a = 1\n[a.b]", 2, 2, "not a table")]
    [InlineData("a = { }\n[a.b]", 2, 2, "not a table")]
    [InlineData("a = [1]\n[[a]]", 2, 3, "double brackets")]
    [InlineData("a = \"\\q\"", 1, 6, "unknown escape")]
    [InlineData("a = \"\\u12\"", 1, 6, "wrong digits")]
    [InlineData("x = 1\r\n  a = \u0001", 2, 7, "U+0001")]
    public void A_broken_file_is_refused_with_the_place(string text, int line, int column, string problem)
    {
        ConfigSyntaxException broken = Assert.Throws<ConfigSyntaxException>(() => TomlReader.Read(text));
        Assert.Contains(problem, broken.Message, StringComparison.Ordinal);
        Assert.Equal((line, column), (broken.Position.Line, broken.Position.Column));
    }

    [Fact]
    public void A_file_nested_without_end_is_refused_and_does_not_end_the_process() =>
        Assert.Throws<ConfigSyntaxException>(() => TomlReader.Read("a = " + string.Concat(Enumerable.Repeat("[", 100_000))));
}
