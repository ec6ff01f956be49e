using System.Collections.Generic;
using CloudflareAiGateway.HelpBuilder.Markdown;

namespace CloudflareAiGateway.HelpBuilder.Model;

/// <summary>An example: its title, its code and what is said about it.</summary>
public sealed record ExampleHelp(string Title, string Code, IReadOnlyList<TextPiece> Remarks);
