using System;
using System.Text;

namespace CloudflareAiGateway;

/// <summary>Reads the texts of TOML: in single, double or three quotes, with their escapes.</summary>
internal abstract class TomlTexts : ConfigReader
{
    private protected TomlTexts(string text)
        : base(text)
    {
    }

    /// <summary>Reads a text in single quotes, in which nothing is escaped.</summary>
    private protected string ReadLiteral()
    {
        int start = At++;
        while (Here != '\'')
        {
            if (IsAtEnd || Here is '\n' or '\r')
            {
                throw Wrong("A text is not closed", start);
            }

            At++;
        }

        return Text.Substring(start + 1, At++ - start - 1);
    }

    /// <summary>Reads a text in three quotes, which may go over several lines and end with up to two quotes of its own.</summary>
    private protected string ReadLong(char quote)
    {
        int start = At;
        string close = new(quote, 3);
        At += 3;
        var content = new StringBuilder();
        while (!Sees(close))
        {
            if (IsAtEnd)
            {
                throw Wrong("A text in three quotes is not closed", start);
            }

            content.Append(Here == '\\' && quote == '"' ? ReadLongEscape() : Text[At++].ToString());
        }

        At += 3;
        for (int more = 0; more < 2 && Here == quote; more++)
        {
            content.Append(quote);
            At++;
        }

        string text = content.ToString();
        return text.StartsWith("\r\n", StringComparison.Ordinal) ? text.Substring(2) : text.StartsWith("\n", StringComparison.Ordinal) ? text.Substring(1) : text;
    }

    /// <summary>A backslash at a line's end joins it with the next word.</summary>
    private string ReadLongEscape()
    {
        int next = At + 1;
        while (next < Text.Length && Text[next] is ' ' or '\t')
        {
            next++;
        }

        if (next >= Text.Length || Text[next] is not ('\n' or '\r'))
        {
            return ReadEscape();
        }

        At = next;
        while (Here is ' ' or '\t' or '\n' or '\r')
        {
            At++;
        }

        return string.Empty;
    }

    private protected override string ReadEscape()
    {
        int start = At++;
        char c = Here;
        At++;
        return c switch
        {
            '"' or '\\' => c.ToString(),
            'b' => "\b",
            'e' => "\u001b",
            'f' => "\f",
            'n' => "\n",
            'r' => "\r",
            't' => "\t",
            'u' => ReadCodePoint(4, start),
            'U' => ReadCodePoint(8, start),
            'x' => ReadCodePoint(2, start),
            _ => throw Wrong("An unknown escape stands in a text", start),
        };
    }
}
