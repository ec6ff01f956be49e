using System.Collections.Generic;
using CloudflareAiGateway.HelpBuilder.Markdown;

namespace CloudflareAiGateway.HelpBuilder.Model;

/// <summary>A type that a cmdlet takes or gives.</summary>
public sealed record TypeHelp(string TypeName, IReadOnlyList<TextPiece> Description);
