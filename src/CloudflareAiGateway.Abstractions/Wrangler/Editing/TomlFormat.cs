using System.Collections.Generic;
using System.Linq;
using System.Text.RegularExpressions;

namespace CloudflareAiGateway;

/// <summary>Changes TOML files: <c>wrangler.toml</c>.</summary>
internal sealed class TomlFormat : IConfigFormat
{
    private static readonly Regex s_bare = new("^[A-Za-z0-9_-]+$", RegexOptions.CultureInvariant);

    /// <inheritdoc/>
    public ConfigNode Read(string text) => TomlReader.Read(text);

    /// <inheritdoc/>
    public string Begin(string worker, string date) =>
        $"name = {Literal.Double(worker)}\nmain = \"src/index.js\"\ncompatibility_date = {Literal.Double(date)}\n";

    /// <inheritdoc/>
    public string Set(string text, IReadOnlyList<string> path, string value)
    {
        ConfigPath found = ConfigPath.Follow(TomlReader.Read(text), path, text);
        if (found.Value is { } old)
        {
            return old.Kind is ConfigKind.String && old.Text == value ? text : TextStyle.Replace(text, old, Literal.Double(value));
        }

        string[] rest = path.Skip(found.Depth).ToArray();
        var table = (TomlTable)found.Innermost;
        switch (table.Origin)
        {
            case TomlOrigin.Inline:
                return InsertInBraces(text, table, InBraces(rest, value));
            case TomlOrigin.Dotted:
                return InsertDotted(text, found, path, rest, value);
            case TomlOrigin.Header when rest.Length == 1:
                return InsertLine(text, table.NextLine, table.LastLine, $"{Name(rest)} = {Literal.Double(value)}");
            default:
                return InsertSection(text, table, path, value);
        }
    }

    /// <summary>Tables by dotted names cannot be opened by a line in brackets, so the new line is dotted, too.</summary>
    private static string InsertDotted(string text, ConfigPath found, IReadOnlyList<string> path, string[] rest, string value)
    {
        var table = (TomlTable)found.Innermost;
        if (table.NextLine > 0)
        {
            return InsertLine(text, TextStyle.NextLine(text, table.NextLine), table.LastLine, $"{table.DottedName}.{Name(rest)} = {Literal.Double(value)}");
        }

        // The dotted name stands in braces.
        int braces = found.Tables.Count - 1;
        while (((TomlTable)found.Tables[braces]).Origin is not TomlOrigin.Inline)
        {
            braces--;
        }

        return InsertInBraces(text, (TomlTable)found.Tables[braces], $"{Name(path.Skip(braces))} = {Literal.Double(value)}");
    }

    private static string InBraces(string[] rest, string value) =>
        rest.Length == 1
            ? $"{Name(rest)} = {Literal.Double(value)}"
            : $"{Name(rest.Take(1))} = {{ {InBraces(rest.Skip(1).ToArray(), value)} }}";

    private static string InsertInBraces(string text, TomlTable table, string member)
    {
        if (table.Members.Count == 0)
        {
            return TextStyle.Insert(text, table.Start + 1, text[table.End - 2] == ' ' ? $" {member}" : $" {member} ");
        }

        return TextStyle.Insert(text, table.LastMemberEnd, table.HasLastComma ? $" {member}," : $", {member}");
    }

    private static string InsertLine(string text, int offset, int lastLine, string line)
    {
        string newLine = TextStyle.NewLine(text);
        string indentation = lastLine < 0 ? string.Empty : TextStyle.Indentation(text, lastLine);
        return TextStyle.InsertLines(text, offset, indentation + line + newLine, newLine);
    }

    private static string InsertSection(string text, TomlTable table, IReadOnlyList<string> path, string value)
    {
        string newLine = TextStyle.NewLine(text);
        int offset = BehindRemarks(text, table.Origin is TomlOrigin.Root ? PlaceInFile(text, table, path[0]) : LastLineOf(table));
        string section = $"[{Name(path.Take(path.Count - 1))}]{newLine}{path[path.Count - 1]} = {Literal.Double(value)}{newLine}";
        bool atEnd = offset == text.Length;
        string before = TextStyle.FollowsEmptyLine(text, offset) ? string.Empty : newLine;
        string after = atEnd || text[offset] is '\r' or '\n' ? string.Empty : newLine;
        return TextStyle.InsertLines(text, offset, before + section + after, newLine);
    }

    /// <summary>A new section goes to the file's end, but one of the top level stands before the named environments.</summary>
    private static int PlaceInFile(string text, TomlTable root, string name)
    {
        if (name == "env" || root["env"] is not TomlTable { Origin: not TomlOrigin.Inline } environments)
        {
            return text.Length;
        }

        int place = 0;
        foreach (int end in root.Members.Where(m => m.Value != environments).Select(m => LastLineOf(m.Value)).Append(root.NextLine))
        {
            place = end > place && end < environments.Start ? end : place;
        }

        return place == 0 ? text.Length : place;
    }

    /// <summary>Comments that follow without an empty line belong to the section before, unless they lead to the next one.</summary>
    private static int BehindRemarks(string text, int offset)
    {
        int line = offset;
        while (line < text.Length)
        {
            int next = TextStyle.NextLine(text, line);
            string content = text.Substring(line, next - line).Trim();
            if (content.Length == 0)
            {
                return line;
            }

            if (content[0] != '#')
            {
                return offset;
            }

            line = next;
        }

        return line;
    }

    /// <summary>Where the last section of a table and of the tables in it ends.</summary>
    private static int LastLineOf(ConfigNode node)
    {
        int last = node is TomlTable { Origin: not TomlOrigin.Dotted } table ? table.NextLine : 0;
        foreach (ConfigNode inner in node.Members.Select(m => m.Value).Concat(node.Items))
        {
            last = System.Math.Max(last, LastLineOf(inner));
        }

        return last;
    }

    private static string Name(IEnumerable<string> parts) => string.Join(".", parts.Select(p => s_bare.IsMatch(p) ? p : Literal.Double(p)));
}
