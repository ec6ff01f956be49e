using System;
using System.Linq;
using Xunit;

namespace CloudflareAiGateway.Client.Tests;

/// <summary>What JSON with comments says, and where it is broken.</summary>
public class JsoncReaderTests
{
    [Fact]
    public void Comments_and_trailing_commas_are_taken()
    {
        const string Text = """
            // before
            { /* in */ "a": "x\n\u00e9\ud83d\ude00\/", // end
              "n": -1.5e3, "t": true, "z": null,
              "list": [ 1, { "b": "c" }, /* last */ ],
              "e": {}, }
            /* after */ // end
            """;
        string[] tree = [.. ConfigTree.Of(JsoncReader.Read(Text), Text)];
        foreach (string expected in new[] { ".a = \"x\n\u00e9\U0001F600/\"", ".n = -1.5e3", ".t = true", ".z = null", ".list[0] = 1", ".list[1].b = \"c\"", ".e {}" })
        {
            Assert.Contains(expected, tree);
        }
    }

    [Theory]
    [InlineData("", 1, 1, "The file ends")]
    [InlineData("[]", 1, 1, "'{'")]
    [InlineData("{ \"a\": }", 1, 8, "a value")]
    [InlineData("{ \"a\" 1 }", 1, 7, "':'")]
    [InlineData("{ a: 1 }", 1, 3, "double quotes")]
    [InlineData("{ 'a': 1 }", 1, 3, "double quotes")]
    [InlineData("{ \"a\": 1 \"b\": 2 }", 1, 10, "',' or '}'")]
    [InlineData("{ \"a\": [1 2] }", 1, 11, "',' or ']'")]
    [InlineData("{ \"a\": 1", 1, 9, "The file ends")]
    [InlineData("{ \"a\": \"x\n\" }", 1, 8, "not closed")]
    [InlineData("{ \"a\": yes }", 1, 8, "texts stand in double quotes")]
    [InlineData("{ /* x }", 1, 3, "comment is not closed")]
    [InlineData("{\n} x", 2, 3, "the file's end")]
    [InlineData("{ \"a\": \"\\q\" }", 1, 9, "unknown escape")]
    public void A_broken_file_is_refused_with_the_place(string text, int line, int column, string problem)
    {
        ConfigSyntaxException broken = Assert.Throws<ConfigSyntaxException>(() => JsoncReader.Read(text));
        Assert.Contains(problem, broken.Message, StringComparison.Ordinal);
        Assert.Equal((line, column), (broken.Position.Line, broken.Position.Column));
    }

    [Fact]
    public void A_file_nested_without_end_is_refused_and_does_not_end_the_process() =>
        Assert.Throws<ConfigSyntaxException>(() => JsoncReader.Read("{\"a\":" + string.Concat(Enumerable.Repeat("[", 100_000))));
}
