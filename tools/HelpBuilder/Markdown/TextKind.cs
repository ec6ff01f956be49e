namespace CloudflareAiGateway.HelpBuilder.Markdown;

/// <summary>What a piece of text was in the source.</summary>
public enum TextKind
{
    Paragraph,
    Item,
    Code,
}
