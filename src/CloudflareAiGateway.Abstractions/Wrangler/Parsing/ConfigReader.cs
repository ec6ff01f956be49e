using System.Globalization;
using System.Text;

namespace CloudflareAiGateway;

/// <summary>What the readers of both languages share: the place in the text, and complaints about it.</summary>
internal abstract class ConfigReader
{
    /// <summary>The deepest nesting that is read; deeper files are broken or hostile.</summary>
    private const int MaximumDepth = 100;

    private int _depth;

    private protected ConfigReader(string text) => Text = text;

    /// <summary>The file's text, without a byte order mark.</summary>
    private protected string Text { get; }

    /// <summary>Where the reader is.</summary>
    private protected int At { get; set; }

    /// <summary>The character here; a null character at the end.</summary>
    private protected char Here => At < Text.Length ? Text[At] : '\0';

    /// <summary>Whether the text is used up.</summary>
    private protected bool IsAtEnd => At >= Text.Length;

    /// <summary>Whether a text stands here.</summary>
    private protected bool Sees(string text) => string.CompareOrdinal(Text, At, text, 0, text.Length) == 0;

    /// <summary>Makes the complaint about what stands here.</summary>
    private protected ConfigSyntaxException Unexpected(string expected) =>
        Wrong(IsAtEnd ? $"The file ends where {expected} should be" : $"{Describe(Here)} stands where {expected} should be", At);

    /// <summary>Makes a complaint.</summary>
    private protected ConfigSyntaxException Wrong(string problem, int offset) => new(problem, Text, offset);

    /// <summary>Goes one level deeper.</summary>
    private protected void Enter()
    {
        if (++_depth > MaximumDepth)
        {
            throw Wrong("Values are nested too deep", At);
        }
    }

    /// <summary>Comes one level back.</summary>
    private protected void Leave() => _depth--;

    /// <summary>Reads a text in double quotes, which ends in its line.</summary>
    private protected string ReadQuoted()
    {
        int start = At++;
        var content = new StringBuilder();
        while (Here != '"')
        {
            if (IsAtEnd || Here is '\n' or '\r')
            {
                throw Wrong("A text is not closed", start);
            }

            content.Append(Here == '\\' ? ReadEscape() : Text[At++].ToString());
        }

        At++;
        return content.ToString();
    }

    /// <summary>Reads what a backslash begins.</summary>
    private protected abstract string ReadEscape();

    /// <summary>Reads the digits of an escaped character.</summary>
    private protected string ReadCodePoint(int digits, int escapeStart)
    {
        if (At + digits > Text.Length
            || !int.TryParse(Text.Substring(At, digits), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out int code)
            || code is < 0 or > 0x10FFFF)
        {
            throw Wrong("An escaped character has the wrong digits", escapeStart);
        }

        At += digits;

        // Halves of a pair come one by one in JSON.
        return code is >= 0xD800 and <= 0xDFFF ? ((char)code).ToString() : char.ConvertFromUtf32(code);
    }

    private static string Describe(char c) => c switch
    {
        '\n' or '\r' => "The line's end",
        < ' ' => string.Format(CultureInfo.InvariantCulture, "The control character U+{0:X4}", (int)c),
        _ => $"'{c}'",
    };
}
