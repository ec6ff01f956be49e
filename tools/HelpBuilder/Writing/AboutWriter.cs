using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;
using CloudflareAiGateway.HelpBuilder.Markdown;

namespace CloudflareAiGateway.HelpBuilder.Writing;

/// <summary>Writes an about_ topic as the text that Get-Help shows: headings at the margin, text indented, 80 columns.</summary>
internal static class AboutWriter
{
    private const int Width = 80;
    private static readonly string[] s_required = ["SHORT DESCRIPTION", "LONG DESCRIPTION"];

    public static string Write(MarkdownFile file, ICollection<HelpProblem> problems)
    {
        StringBuilder text = new();
        text.Append("TOPIC\n    ").Append(file.Name).Append('\n');
        if (file.Root is null)
        {
            return text.ToString();
        }

        foreach (string missing in s_required.Where(title => !file.Root.Children.Any(section => Heading(section) == title)))
        {
            problems.Add(new HelpProblem(file.FilePath, file.Root.Line, $"The section '## {missing}' is missing."));
        }

        Append(text, file.Root.Blocks, file, problems);
        foreach (HelpSection section in file.Root.Children)
        {
            text.Append('\n').Append(Heading(section)).Append('\n');
            Append(text, section.Blocks, file, problems);
            foreach (HelpSection part in section.Children)
            {
                text.Append("\n  ").Append(part.Title).Append('\n');
                Append(text, part.Blocks, file, problems);
            }
        }

        return text.ToString();
    }

    private static string Heading(HelpSection section) => section.Title.ToUpperInvariant();

    private static void Append(StringBuilder text, IEnumerable<Markdig.Syntax.Block> blocks, MarkdownFile file, ICollection<HelpProblem> problems)
    {
        TextKind? previous = null;
        foreach (TextPiece piece in PlainText.Of(blocks, file.FilePath, problems))
        {
            // Items of one list stand together; everything else is a paragraph of its own.
            bool together = previous is null || (previous == TextKind.Item && piece.Kind == TextKind.Item);
            text.Append(together ? string.Empty : "\n");
            foreach (string line in Lines(piece))
            {
                text.Append(line.TrimEnd()).Append('\n');
            }

            previous = piece.Kind;
        }
    }

    private static IEnumerable<string> Lines(TextPiece piece) => piece.Kind switch
    {
        TextKind.Code => piece.Text.Split('\n').Select(line => "        " + line.TrimEnd('\r')),
        TextKind.Item => Wrap(piece.Text, "    ", "      "),
        _ => Wrap(piece.Text, "    ", "    "),
    };

    private static IEnumerable<string> Wrap(string text, string first, string next)
    {
        StringBuilder line = new(first);
        bool empty = true;
        foreach (string word in text.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            if (!empty && line.Length + 1 + word.Length > Width)
            {
                yield return line.ToString();
                line.Clear().Append(next);
                empty = true;
            }

            line.Append(empty ? string.Empty : " ").Append(word);
            empty = false;
        }

        yield return line.ToString();
    }
}
