using System.Globalization;
using System.Text;

namespace CloudflareAiGateway;

/// <summary>Texts as literals of the languages that snippets are written in, so that no name can end a literal early.</summary>
internal static class Literal
{
    /// <summary>In double quotes, as JSON, JavaScript, Python and TOML read alike.</summary>
    public static string Double(string text)
    {
        var literal = new StringBuilder("\"", text.Length + 2);
        foreach (char c in text)
        {
            switch (c)
            {
                case '"' or '\\':
                    literal.Append('\\').Append(c);
                    break;
                case < ' ' or '\u007f' or '\u2028' or '\u2029':
                    literal.Append("\\u").Append(((int)c).ToString("x4", CultureInfo.InvariantCulture));
                    break;
                default:
                    literal.Append(c);
                    break;
            }
        }

        return literal.Append('"').ToString();
    }

    /// <summary>In single quotes for a POSIX shell.</summary>
    public static string Shell(string text) => "'" + text.Replace("'", "'\\''") + "'";

    /// <summary>In single quotes for PowerShell, which takes typographic quotes for quotes, too.</summary>
    public static string PowerShell(string text)
    {
        var literal = new StringBuilder("'", text.Length + 2);
        foreach (char c in text)
        {
            literal.Append(c);
            if (c is '\'' or '\u2018' or '\u2019' or '\u201a' or '\u201b')
            {
                literal.Append(c);
            }
        }

        return literal.Append('\'').ToString();
    }
}
