namespace CloudflareAiGateway.HelpBuilder.Markdown;

/// <summary>A piece of plain text.</summary>
public sealed record TextPiece(TextKind Kind, string Text);
