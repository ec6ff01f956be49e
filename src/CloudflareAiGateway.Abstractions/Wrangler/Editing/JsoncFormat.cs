using System.Collections.Generic;
using System.Linq;

namespace CloudflareAiGateway;

/// <summary>Changes JSON files with comments: <c>wrangler.jsonc</c>, <c>wrangler.json</c>.</summary>
internal sealed class JsoncFormat : IConfigFormat
{
    /// <inheritdoc/>
    public ConfigNode Read(string text) => JsoncReader.Read(text);

    /// <inheritdoc/>
    public string Begin(string worker, string date) =>
        "{\n"
        + "  \"$schema\": \"node_modules/wrangler/config-schema.json\",\n"
        + $"  \"name\": {Literal.Double(worker)},\n"
        + "  \"main\": \"src/index.js\",\n"
        + $"  \"compatibility_date\": {Literal.Double(date)}\n"
        + "}\n";

    /// <inheritdoc/>
    public string Set(string text, IReadOnlyList<string> path, string value)
    {
        ConfigPath found = ConfigPath.Follow(JsoncReader.Read(text), path, text);
        if (found.Value is { } old)
        {
            return old.Kind is ConfigKind.String && old.Text == value ? text : TextStyle.Replace(text, old, Literal.Double(value));
        }

        string[] rest = path.Skip(found.Depth).ToArray();
        ConfigNode table = found.Innermost;
        bool oneLine = table.Members.Count > 0 && TextStyle.IsOneLine(text, table.Start, table.End);
        return oneLine ? InsertInLine(text, table, rest, value) : InsertLines(text, table, rest, value);
    }

    private static string InsertInLine(string text, ConfigNode table, string[] rest, string value)
    {
        ConfigNode last = table.Members[table.Members.Count - 1].Value;
        int next = JsoncReader.SkipBlanks(text, last.End);
        string member = Member(rest, value);
        return text[next] == ','
            ? TextStyle.Insert(text, next + 1, $" {member},")
            : TextStyle.Insert(text, last.End, $", {member}");
    }

    private static string InsertLines(string text, ConfigNode table, string[] rest, string value)
    {
        string newLine = TextStyle.NewLine(text);
        string unit = TextStyle.Unit(text);
        if (table.Members.Count == 0)
        {
            return InsertFirst(text, table, rest, value, unit, newLine);
        }

        // Like the member before, on a line of its own.
        ConfigMember lastMember = table.Members[table.Members.Count - 1];
        ConfigNode last = lastMember.Value;
        string indentation = TextStyle.Indentation(text, lastMember.KeyStart);
        string lines = Lines(rest, value, indentation, unit, newLine);
        int next = JsoncReader.SkipBlanks(text, last.End);
        bool hasComma = text[next] == ',';
        int behind = hasComma ? next + 1 : last.End;
        int offset = EndOfRemark(text, behind);
        string inserted = TextStyle.Insert(text, offset, newLine + indentation + lines + (hasComma ? "," : string.Empty));
        return hasComma ? inserted : TextStyle.Insert(inserted, last.End, ",");
    }

    /// <summary>A comment that follows a member in its line belongs to it, so the new line goes behind it.</summary>
    private static int EndOfRemark(string text, int offset)
    {
        int end = offset;
        while (true)
        {
            int blanks = end;
            while (blanks < text.Length && text[blanks] is ' ' or '\t')
            {
                blanks++;
            }

            if (string.CompareOrdinal(text, blanks, "//", 0, 2) == 0)
            {
                int feed = text.IndexOf('\n', blanks);
                int lineEnd = feed < 0 ? text.Length : feed;
                return lineEnd > 0 && text[lineEnd - 1] == '\r' ? lineEnd - 1 : lineEnd;
            }

            int close = string.CompareOrdinal(text, blanks, "/*", 0, 2) == 0 ? text.IndexOf("*/", blanks + 2, System.StringComparison.Ordinal) : -1;
            if (close < 0 || !TextStyle.IsOneLine(text, blanks, close))
            {
                return end;
            }

            end = close + 2;
        }
    }

    /// <summary>An object without members gets lines, with whatever comments it has before them.</summary>
    private static string InsertFirst(string text, ConfigNode table, string[] rest, string value, string unit, string newLine)
    {
        string outer = TextStyle.Indentation(text, table.Start);
        string inner = outer + unit;
        string lines = newLine + inner + Lines(rest, value, inner, unit, newLine);
        int close = table.End - 1;
        string content = text.Substring(table.Start + 1, close - table.Start - 1);
        int keep = table.Start + 1 + content.TrimEnd(' ', '\t', '\r', '\n').Length;
        bool closesOwnLine = !TextStyle.IsOneLine(text, keep, close);
        return text.Substring(0, keep) + lines + (closesOwnLine ? text.Substring(keep) : newLine + outer + text.Substring(close));
    }

    private static string Lines(string[] rest, string value, string indentation, string unit, string newLine)
    {
        if (rest.Length == 1)
        {
            return $"{Literal.Double(rest[0])}: {Literal.Double(value)}";
        }

        string inner = indentation + unit;
        return $"{Literal.Double(rest[0])}: {{{newLine}{inner}{Lines(rest.Skip(1).ToArray(), value, inner, unit, newLine)}{newLine}{indentation}}}";
    }

    private static string Member(string[] rest, string value) =>
        rest.Length == 1
            ? $"{Literal.Double(rest[0])}: {Literal.Double(value)}"
            : $"{Literal.Double(rest[0])}: {{ {Member(rest.Skip(1).ToArray(), value)} }}";
}
