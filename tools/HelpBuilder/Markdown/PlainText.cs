using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;
using Markdig.Extensions.Tables;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace CloudflareAiGateway.HelpBuilder.Markdown;

/// <summary>Turns Markdown into the plain text that help shows on a console.</summary>
internal static class PlainText
{
    /// <summary>One text per paragraph, list item or line of code.</summary>
    public static IEnumerable<TextPiece> Of(IEnumerable<Block> blocks, string file, ICollection<HelpProblem> problems) =>
        blocks.SelectMany(block => Of(block, file, problems));

    public static string Of(ContainerInline? inlines)
    {
        StringBuilder text = new();
        foreach (Inline inline in inlines ?? Enumerable.Empty<Inline>())
        {
            Append(text, inline);
        }

        return text.ToString().Trim();
    }

    private static IEnumerable<TextPiece> Of(Block block, string file, ICollection<HelpProblem> problems)
    {
        switch (block)
        {
            case LeafBlock and (ParagraphBlock or HeadingBlock):
                return [new TextPiece(TextKind.Paragraph, Of(((LeafBlock)block).Inline))];
            case CodeBlock code:
                return [new TextPiece(TextKind.Code, code.Lines.ToString().TrimEnd())];
            case ListBlock list:
                int number = int.TryParse(list.OrderedStart, out int start) ? start : 1;
                return list.OfType<ListItemBlock>()
                    .Select(item => Item(list.IsOrdered ? $"{number++}. " : "- ", item, file, problems))
                    .ToArray();
            case Table table:
                return Rows(table, file, problems);
            case QuoteBlock quote:
                return Of(quote.AsEnumerable(), file, problems);
            case HtmlBlock { Type: HtmlBlockType.Comment }:
                return [];
            default:
                problems.Add(new HelpProblem(file, block.Line + 1, $"Help cannot show a {block.GetType().Name}."));
                return [];
        }
    }

    private static TextPiece Item(string mark, ListItemBlock item, string file, ICollection<HelpProblem> problems) =>
        new(TextKind.Item, mark + string.Join(' ', Of(item.AsEnumerable(), file, problems).Select(piece => piece.Text)));

    // A console has no room for columns of prose: each row becomes an item, its cells named by the table's head.
    private static IEnumerable<TextPiece> Rows(Table table, string file, ICollection<HelpProblem> problems)
    {
        string[][] rows = table.OfType<TableRow>()
            .Select(row => row.OfType<TableCell>().Select(cell => string.Join(' ', Of(cell.AsEnumerable(), file, problems).Select(piece => piece.Text))).ToArray())
            .ToArray();
        return rows.Skip(1).Select(row => new TextPiece(
            TextKind.Item,
            row.Length == 2
                ? $"- {row[0]}: {row[1]}"
                : "- " + string.Join(". ", row.Select((cell, column) => (column == 0 ? cell : $"{rows[0][column]}: {cell}").TrimEnd('.'))) + "."));
    }

    private static void Append(StringBuilder text, Inline inline)
    {
        switch (inline)
        {
            case LiteralInline literal:
                text.Append(literal.Content);
                break;
            case CodeInline code:
                text.Append(code.Content);
                break;
            case HtmlEntityInline entity:
                text.Append(entity.Transcoded);
                break;
            case AutolinkInline link:
                text.Append(link.Url);
                break;
            case LineBreakInline:
                text.Append(' ');
                break;
            case LinkInline link:
                text.Append(LinkText(link));
                break;
            case HtmlInline html:
                text.Append(html.Tag);
                break;
            case ContainerInline container:
                foreach (Inline child in container)
                {
                    Append(text, child);
                }

                break;
        }
    }

    // A link inside the help folder names a topic; only an outside address is worth showing.
    private static string LinkText(LinkInline link)
    {
        string text = Of(link);
        bool outside = link.Url?.Contains("://", StringComparison.Ordinal) == true;
        return !outside || text == link.Url ? text : $"{text} ({link.Url})";
    }
}
