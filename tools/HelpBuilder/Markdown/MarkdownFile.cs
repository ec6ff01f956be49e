using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using Markdig;
using Markdig.Extensions.Yaml;
using Markdig.Syntax;

namespace CloudflareAiGateway.HelpBuilder.Markdown;

/// <summary>A help source, cut into sections by its headings.</summary>
public sealed class MarkdownFile
{
    private static readonly MarkdownPipeline s_pipeline = new MarkdownPipelineBuilder().UseYamlFrontMatter().UsePipeTables().Build();

    private MarkdownFile(string path, HelpSection? root, IReadOnlyDictionary<string, string> frontMatter)
    {
        FilePath = path;
        Root = root;
        FrontMatter = frontMatter;
    }

    public string FilePath { get; }

    public string Name => Path.GetFileNameWithoutExtension(FilePath);

    /// <summary>The section of the one first-level heading.</summary>
    public HelpSection? Root { get; }

    public IReadOnlyDictionary<string, string> FrontMatter { get; }

    /// <summary>Reads a file; reports a heading that differs from the name, and placeholders left to fill.</summary>
    public static MarkdownFile Load(string path, ICollection<HelpProblem> problems)
    {
        ArgumentNullException.ThrowIfNull(problems);
        string text = File.ReadAllText(path);
        ReportPlaceholders(path, text, problems);
        MarkdownDocument document = Markdig.Markdown.Parse(text, s_pipeline);
        HelpSection? root = Cut(path, document, problems);
        string name = Path.GetFileNameWithoutExtension(path);
        if (root is null)
        {
            problems.Add(new HelpProblem(path, 1, $"The heading '# {name}' is missing."));
        }
        else if (root.Title != name)
        {
            problems.Add(new HelpProblem(path, root.Line, $"The heading '{root.Title}' differs from the file's name '{name}'."));
        }

        return new MarkdownFile(path, root, ReadFrontMatter(document));
    }

    private static void ReportPlaceholders(string path, string text, ICollection<HelpProblem> problems)
    {
        string[] lines = text.Split('\n');
        for (int index = 0; index < lines.Length; index++)
        {
            if (lines[index].Contains("{{ Fill", StringComparison.OrdinalIgnoreCase))
            {
                problems.Add(new HelpProblem(path, index + 1, $"A placeholder is not filled in: {lines[index].Trim()}"));
            }
        }
    }

    private static HelpSection? Cut(string path, MarkdownDocument document, ICollection<HelpProblem> problems)
    {
        Stack<HelpSection> open = new();
        HelpSection? root = null;
        foreach (Block block in document.Where(block => block is not YamlFrontMatterBlock and not LinkReferenceDefinitionGroup))
        {
            // Deeper headings are part of the text.
            if (block is not HeadingBlock { Level: <= 3 } heading)
            {
                if (open.TryPeek(out HelpSection? current))
                {
                    current.Blocks.Add(block);
                }
                else
                {
                    problems.Add(new HelpProblem(path, block.Line + 1, "There is text before the first heading."));
                }

                continue;
            }

            HelpSection section = new(PlainText.Of(heading.Inline), heading.Level, heading.Line + 1);
            while (open.TryPeek(out HelpSection? above) && above.Level >= section.Level)
            {
                open.Pop();
            }

            if (open.TryPeek(out HelpSection? parent))
            {
                parent.Children.Add(section);
            }
            else if (root is null && section.Level == 1)
            {
                root = section;
            }
            else
            {
                problems.Add(new HelpProblem(path, section.Line, $"The heading '{section.Title}' is not inside the one '# ' heading."));
            }

            open.Push(section);
        }

        return root;
    }

    private static Dictionary<string, string> ReadFrontMatter(MarkdownDocument document) =>
        document.OfType<YamlFrontMatterBlock>().FirstOrDefault() is { } block
            ? YamlLines.Read(block.Lines.ToString())
            : [];
}
