using System.Collections.Generic;
using System.Linq;
using Markdig.Syntax;

namespace CloudflareAiGateway.HelpBuilder.Markdown;

/// <summary>A heading, what stands below it up to the next heading of its level, and the sections inside it.</summary>
public sealed class HelpSection(string title, int level, int line)
{
    public string Title { get; } = title;

    public int Level { get; } = level;

    /// <summary>The heading's line, from 1.</summary>
    public int Line { get; } = line;

    /// <summary>The blocks before the first section inside.</summary>
    public IList<Block> Blocks { get; } = [];

    public IList<HelpSection> Children { get; } = [];

    public IEnumerable<FencedCodeBlock> Fences => Blocks.OfType<FencedCodeBlock>();
}
