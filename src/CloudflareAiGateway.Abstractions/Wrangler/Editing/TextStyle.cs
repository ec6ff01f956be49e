using System;

namespace CloudflareAiGateway;

/// <summary>How a file's lines are written, so that new ones look like the rest.</summary>
internal static class TextStyle
{
    /// <summary>The line end of the file's first line; a line feed when it has none.</summary>
    public static string NewLine(string text)
    {
        int feed = text.IndexOf('\n');
        return feed > 0 && text[feed - 1] == '\r' ? "\r\n" : "\n";
    }

    /// <summary>The blanks at the beginning of the line in which an offset is.</summary>
    public static string Indentation(string text, int offset)
    {
        int start = LineStart(text, offset);
        int end = start;
        while (end < text.Length && text[end] is ' ' or '\t')
        {
            end++;
        }

        return text.Substring(start, end - start);
    }

    /// <summary>Where the line of an offset begins.</summary>
    public static int LineStart(string text, int offset) => offset == 0 ? 0 : text.LastIndexOf('\n', offset - 1) + 1;

    /// <summary>Where the line of an offset ends, behind its line end.</summary>
    public static int NextLine(string text, int offset)
    {
        int feed = text.IndexOf('\n', offset);
        return feed < 0 ? text.Length : feed + 1;
    }

    /// <summary>Puts a text in.</summary>
    public static string Insert(string text, int offset, string piece) => text.Substring(0, offset) + piece + text.Substring(offset);

    /// <summary>Puts whole lines in at the beginning of a line, or at the file's end, which may lack its line end.</summary>
    public static string InsertLines(string text, int offset, string lines, string newLine)
    {
        bool openEnd = offset == text.Length && offset > 0 && text[offset - 1] != '\n';

        // A file without a line end at its end keeps that habit.
        return openEnd ? text + newLine + lines.Substring(0, lines.Length - newLine.Length) : Insert(text, offset, lines);
    }

    /// <summary>Whether an empty line, or the file's beginning, stands before an offset at the beginning of a line.</summary>
    public static bool FollowsEmptyLine(string text, int offset)
    {
        if (offset == 0)
        {
            return true;
        }

        int start = LineStart(text, text[offset - 1] == '\n' ? offset - 1 : offset);
        return string.IsNullOrWhiteSpace(text.Substring(start, offset - start)) && text[offset - 1] == '\n';
    }

    /// <summary>Replaces a piece.</summary>
    public static string Replace(string text, ConfigNode node, string piece) =>
        text.Substring(0, node.Start) + piece + text.Substring(node.End);

    /// <summary>Whether a text has line ends.</summary>
    public static bool IsOneLine(string text, int start, int end) => text.IndexOf('\n', start, end - start) < 0;

    /// <summary>What one level of indentation is in a file: that of its first indented line.</summary>
    public static string Unit(string text)
    {
        int position = 0;
        while (position < text.Length)
        {
            string blanks = Indentation(text, position);
            int next = NextLine(text, position);
            bool says = !string.IsNullOrWhiteSpace(text.Substring(position, next - position));
            if (blanks.Length > 0 && says && text[position + blanks.Length] != '*')
            {
                return blanks.StartsWith("\t", StringComparison.Ordinal) ? "\t" : blanks;
            }

            position = next;
        }

        return "  ";
    }
}
