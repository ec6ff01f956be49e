using System;
using System.Collections.Generic;
using System.Linq;

namespace CloudflareAiGateway.Playground.HelpScaffolding;

/// <summary>A help source as text, cut at its headings. What is not replaced comes back character by character.</summary>
internal sealed class MarkdownSections
{
    private readonly List<(int Level, string Title, string Text)> _sections = [];

    public static MarkdownSections Parse(string text)
    {
        MarkdownSections result = new();
        List<string> lines = [];
        (int level, string title) = (0, string.Empty);
        bool inCode = false;
        foreach (string line in text.ReplaceLineEndings("\n").Split('\n'))
        {
            // A comment in an example looks like a heading.
            inCode ^= line.StartsWith("```", StringComparison.Ordinal);
            int hashes = inCode ? 0 : line.TakeWhile(character => character == '#').Count();
            if (hashes is > 0 and <= 3 && line.Length > hashes && line[hashes] == ' ')
            {
                result._sections.Add((level, title, string.Join('\n', lines)));
                lines.Clear();
                (level, title) = (hashes, line[hashes..].Trim());
            }

            lines.Add(line);
        }

        result._sections.Add((level, title, string.Join('\n', lines)));
        return result;
    }

    /// <summary>The bodies of the third-level sections inside a second-level one.</summary>
    public IReadOnlyDictionary<string, string> Children(string title)
    {
        (int start, int end) = Range(title);
        return _sections[(start + 1)..end].DistinctBy(section => section.Title).ToDictionary(
            section => section.Title, section => section.Text[(section.Text.IndexOf('\n', StringComparison.Ordinal) + 1)..]);
    }

    /// <summary>Replaces what is inside a second-level section.</summary>
    public void Replace(string title, string body)
    {
        (int start, int end) = Range(title);
        string text = $"## {title}\n\n{body}\n";
        _sections.RemoveRange(start, end - start);
        _sections.InsertRange(start, Parse(text)._sections.Skip(1));
    }

    public override string ToString() => string.Join('\n', _sections.Select(section => section.Text)).TrimStart('\n');

    private (int Start, int End) Range(string title)
    {
        int start = _sections.FindIndex(section => section.Level == 2 && section.Title.Equals(title, StringComparison.OrdinalIgnoreCase));
        if (start < 0)
        {
            throw new InvalidOperationException($"The help source has no section '## {title}'.");
        }

        int end = _sections.FindIndex(start + 1, section => section.Level <= 2);
        return (start, end < 0 ? _sections.Count : end);
    }
}
